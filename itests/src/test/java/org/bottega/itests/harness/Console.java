package org.bottega.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The operator's console, from a script. */
public final class Console {

    private final Platform platform;

    Console(Platform platform) {
        this.platform = platform;
    }

    /** Runs commands one after the other; the first that fails ends it. */
    public Outcome run(String... commands) {
        try {
            Path script = Files.createTempFile(platform.room(), "script", ".in");
            Files.writeString(script, String.join("\n", commands) + "\n");
            return platform.launcher("client", script, 180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
