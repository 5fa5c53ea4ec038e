package org.bottega.itests.harness;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One installation of the built distribution, run as a process of its own on its own ports and data. */
public final class Platform {

    /** Names the one instance's life: made at first use, stopped with the test JVM. */
    private static final class Shared {
        private static final Platform INSTANCE = new Platform("platform").start();
    }

    public static final String ADMIN_PASSWORD = "it-" + Long.toHexString(System.nanoTime());

    private final Path home;
    private final Path data;
    private final int httpPort = Home.freePort();
    private final int sshPort = Home.freePort();
    private final int probePort = Home.freePort();
    private final Http http = new Http(httpPort);
    private Process process;

    /** Unpacks; does not start. */
    public Platform(String name) {
        home = Home.unpack(name);
        data = Home.work(name + "-data");
        Home.empty(data);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** The instance that all tests share, running. */
    public static Platform shared() {
        return Shared.INSTANCE;
    }

    /** Starts and waits until it is ready. */
    public Platform start() {
        launch();
        awaitReady();
        return this;
    }

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        new File(home.getParent().toString(), "console.log")));
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("BOTTEGA_"));
        builder.environment().remove("JAVA_OPTS");
        builder.environment().putAll(environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process needs to be, or to reach, this installation. */
    Map<String, String> environment() {
        return Map.of(
                "BOTTEGA_HTTP_PORT", String.valueOf(httpPort),
                "BOTTEGA_SSH_PORT", String.valueOf(sshPort),
                "BOTTEGA_DATA", data.toString(),
                "BOTTEGA_ADMIN_PASSWORD", ADMIN_PASSWORD,
                "BOTTEGA_IT_PROBE_PORT", String.valueOf(probePort),
                "EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    private void awaitReady() {
        await("ready, see " + home.getParent())
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .failFast("the process ended", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> http.send(Call.get("/health/ready"), null).status() == 200);
    }

    /** Ends it at once, as a power cut would: no handler runs. */
    public void kill() {
        if (process == null) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.descendants()
                .forEach(child -> child.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Stops it the way an operator does, and waits for the end. */
    public void stop() throws InterruptedException, TimeoutException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new TimeoutException("still running: " + home);
        }
    }

    public Http http() {
        return http;
    }

    public Path data() {
        return data;
    }

    public Console console() {
        return new Console(this);
    }

    /** A look into its database; the bundle that offers it is installed on the first call after each installation. */
    public Probe probe() {
        return Probe.of(this);
    }

    Path home() {
        return home;
    }

    int sshPort() {
        return sshPort;
    }

    int probePort() {
        return probePort;
    }
}
