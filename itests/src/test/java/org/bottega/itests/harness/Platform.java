package org.bottega.itests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One installation of the built distribution, run by its own launcher on its own ports and data. */
public final class Platform {

    /** Settings of an installation that is made to start fast rather than to run fast. */
    public static final Map<String, String> QUICK =
            Map.of("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    /** Holds the shared instance: made at first use, ended with the test JVM. */
    private static final class Shared {
        private static final Platform INSTANCE = new Platform("platform").start();
    }

    private static final String PASSWORD = "it-" + Long.toHexString(System.nanoTime());

    private final String name;
    private final Path home;
    private final Path data;
    private final int httpPort = Home.freePort();
    private final int sshPort = Home.freePort();
    private final int probePort = Home.freePort();
    private final Http http = new Http(httpPort);
    private final Map<String, String> settings;

    /** Unpacks a quick one; does not start. */
    public Platform(String name) {
        this(name, QUICK);
    }

    /**
     * Unpacks, with more settings than those that keep it apart from others; does not start. Its database is Derby, or
     * PostgreSQL where {@code BOTTEGA_TEST_DATABASE} says {@code postgresql}.
     */
    public Platform(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = new HashMap<>(PostgreSql.isWanted() ? PostgreSql.newDatabase() : Map.of());
        this.settings.putAll(settings);
        home = Home.unpack(name);
        data = Home.work(name + "-data");
        Home.empty(data);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** What it was called when it was made. */
    public String name() {
        return name;
    }

    /** The instance that all tests share, running. */
    public static Platform shared() {
        return Shared.INSTANCE;
    }

    /** Starts and waits until it is ready. */
    public Platform start() {
        launcher("start", null, 200).ok();
        return this;
    }

    /** Stops it the way an operator does. */
    public void stop() {
        launcher("stop", null, 90).ok();
    }

    /** Ends it at once, as a power cut would: no handler runs. */
    public void kill() {
        server().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        });
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> server() {
        Path file = data.resolve("karaf.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).trim()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java machine it runs in now. */
    public Machine machine() {
        return new Machine(server().orElseThrow().pid());
    }

    /** Runs {@code bin/bottega}, with a file as its input or none. */
    Outcome launcher(String command, Path input, int seconds) {
        return launcher(List.of(command), input, seconds);
    }

    /** Runs {@code bin/bottega} with these words. */
    public Outcome bottega(String... words) {
        return launcher(List.of(words), null, 120);
    }

    private Outcome launcher(List<String> words, Path input, int seconds) {
        String command = words.get(0);
        try {
            Path output = Files.createTempFile(home.getParent(), command, ".out");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words))
                    .redirectErrorStream(true)
                    .redirectInput(input == null ? new File("/dev/null") : input.toFile())
                    .redirectOutput(output.toFile());
            builder.command().add(0, home.resolve("bin/bottega").toString());
            builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("BOTTEGA_"));
            builder.environment().putAll(environment());
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end of bottega " + command + ": " + Files.readString(output));
            }
            return Outcome.of(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(Map.of(
                "BOTTEGA_HTTP_PORT",
                String.valueOf(httpPort),
                "BOTTEGA_SSH_PORT",
                String.valueOf(sshPort),
                "BOTTEGA_DATA",
                data.toString(),
                "BOTTEGA_ADMIN_PASSWORD",
                PASSWORD,
                "BOTTEGA_RATE_LIMIT",
                "0",
                "BOTTEGA_WEBHOOK_NETWORKS",
                "127.0.0.1",
                "BOTTEGA_WEBHOOK_HTTP",
                "true",
                "BOTTEGA_IT_PROBE_PORT",
                String.valueOf(probePort)));
        all.putAll(settings);
        return all;
    }

    public Http http() {
        return http;
    }

    public Console console() {
        return new Console(this);
    }

    /** A look into its database; the bundle that offers it is installed when it is not there yet. */
    public Probe probe() {
        return Probe.of(this);
    }

    /** Where its database lies. */
    public Path data() {
        return data;
    }

    public int httpPort() {
        return httpPort;
    }

    /** Room for a test's files. */
    public Path room() {
        return home.getParent();
    }

    /** One of the settings it was made with. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    int probePort() {
        return probePort;
    }
}
