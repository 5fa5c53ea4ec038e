package org.bottega.api.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes out and erases all that a marketplace, or a buyer in it, has on this platform, in whatever table of whatever module.
 * Everything is done in small units of work; none may be open.
 */
@ProviderType
public interface DataDesk {

    /**
     * What was found, written, erased or kept.
     *
     * @param module whose it is
     * @param what a table, or in words
     * @param count rows
     * @param why it was kept; null when it was not
     */
    record Line(String module, String what, long count, String why) {}

    /**
     * What was done.
     *
     * @param subject the marketplace, or what stands for a buyer's address from now on
     */
    record Report(String subject, List<Line> lines) {

        /** Rows that were written or erased. */
        public long rows() {
            return lines.stream()
                    .filter(line -> line.why() == null)
                    .mapToLong(Line::count)
                    .sum();
        }
    }

    /**
     * Writes all rows of a marketplace and the contents of its files as a zip, with a manifest of counts and checksums at its
     * end. Passwords and secrets are left out. It is all of one moment only if the marketplace is suspended. For the operator.
     *
     * @param progress hears of each table when it is done
     * @throws org.bottega.api.Problem {@code tenant-not-found} (404)
     */
    Report exportTenant(String tenant, OutputStream zip, Consumer<String> progress) throws IOException;

    /**
     * Removes a marketplace and all its rows for good. After a crash it is simply called again. For the operator.
     *
     * @param confirmed the marketplace once more
     * @throws org.bottega.api.Problem {@code tenant-not-found} (404); {@code confirmation-missing}, {@code
     *     tenant-not-suspended}, {@code tenant-suspended-just-now} (409)
     */
    Report eraseTenant(String tenant, String confirmed, Consumer<String> progress);

    /**
     * Refuses what the two below would.
     *
     * @throws org.bottega.api.Problem {@code email-invalid} (400); {@code seller-confined} (403)
     */
    void checkPerson(String email);

    /**
     * Writes what is known of one buyer of the current tenant as a zip; addresses of others are left out.
     *
     * @throws org.bottega.api.Problem {@code email-invalid} (400); {@code seller-confined} (403)
     */
    Report exportPerson(String email, OutputStream zip) throws IOException;

    /**
     * Erases one buyer of the current tenant: what must be kept, such as amounts and transaction codes, stays without
     * anything that tells who it was. Doing it twice, or again after a crash, is fine.
     *
     * @throws org.bottega.api.Problem {@code email-invalid} (400); {@code seller-confined} (403); {@code person-is-staff}
     *     (409) when somebody of the marketplace or a seller has this address
     */
    Report erasePerson(String email);
}
