package org.bottega.core.file;

import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.PolicyType;

/** How much a tenant may store: policy {@code core.files}, which only the operator changes. */
public record FilePolicy(
        @Meaning("Most bytes of one file, up to 1 GiB") long maxFile,
        @Meaning("Most bytes of all files, up to 1 TiB") long quota) {

    private static final long MIB = 1L << 20;

    /** No file is larger, whatever the policy says. */
    public static final long LARGEST = 1024 * MIB;

    private static final long MOST = MIB * MIB;

    /** 200 MiB a file, 5 GiB in all. */
    public static final PolicyType<FilePolicy> TYPE =
            new PolicyType<>("core.files", FilePolicy.class, new FilePolicy(200 * MIB, 5 * 1024 * MIB), false);

    public FilePolicy {
        check("maxFile", maxFile, LARGEST);
        check("quota", quota, MOST);
    }

    private static void check(String field, long value, long most) {
        if (value < 0 || value > most) {
            throw Problem.invalid("bytes-out-of-range", field, "from 0 to " + most + " bytes");
        }
    }
}
