package org.bottega.itests.harness;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator's console, through {@code bin/client} in batch. */
public final class Console {

    /** Output (both streams) and exit code. */
    public record Outcome(int exit, String output) {

        /** This outcome, or a failure that shows it. */
        public Outcome ok() {
            if (exit != 0) {
                throw new AssertionError("exit " + exit + ": " + output);
            }
            return this;
        }

        /** Lines that hold a JSON object. */
        public List<String> jsonLines() {
            return output.lines()
                    .map(String::trim)
                    .filter(l -> l.startsWith("{"))
                    .toList();
        }
    }

    private final Platform platform;

    Console(Platform platform) {
        this.platform = platform;
    }

    /** Runs commands one after the other; the first that fails ends it. */
    public Outcome run(String... commands) {
        try {
            return execute(String.join("\n", commands) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Outcome execute(String script) throws IOException, InterruptedException {
        Path output = Files.createTempFile(platform.home().getParent(), "client", ".out");
        ProcessBuilder builder = new ProcessBuilder(
                        platform.home().resolve("bin/client").toString(),
                        "-b",
                        "-a",
                        String.valueOf(platform.sshPort()),
                        "-h",
                        "127.0.0.1",
                        "-u",
                        "karaf",
                        "-p",
                        Platform.ADMIN_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_"));
        builder.environment().put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process client = builder.start();
        try (BufferedWriter in = client.outputWriter(StandardCharsets.UTF_8)) {
            in.write(script);
        }
        if (!client.waitFor(180, TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new AssertionError("no end of: " + script);
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Outcome(client.exitValue(), text);
    }
}
