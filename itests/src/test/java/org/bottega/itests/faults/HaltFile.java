package org.bottega.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bottega.itests.harness.Platform;

/** The file that tells the halt bundle where the process is to end. */
final class HaltFile {

    private final Path file;

    HaltFile(Platform platform) {
        file = platform.data().resolve("halt");
    }

    void write(String halt) {
        try {
            Files.writeString(file, halt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
