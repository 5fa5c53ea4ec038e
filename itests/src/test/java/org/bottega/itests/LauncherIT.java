package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bottega.itests.harness.Home;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What {@code bin/bottega} says and returns: every failure to start is one sentence and an exit code that is not 0. */
@Order(90)
class LauncherIT {

    private record Result(int exit, String output) {}

    private static Path home;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeAll
    static void unpack() {
        home = Home.unpack("launcher");
    }

    @BeforeEach
    void installation() {
        Path data = Home.work("launcher data");
        Home.empty(data);
        settings.put("BOTTEGA_DATA", data.toString());
        settings.put("BOTTEGA_HTTP_PORT", String.valueOf(Home.freePort()));
        settings.put("BOTTEGA_SSH_PORT", String.valueOf(Home.freePort()));
    }

    @Test
    @DisplayName(
            "an installation beside others: start, status, a second start that is refused, stop; a blank in its path")
    void life() throws Exception {
        assertEquals(3, run("status").exit());
        try {
            Result start = run("start");
            assertEquals(0, start.exit(), start.output());
            assertTrue(start.output().contains("Console user admin, password "), start.output());
            assertTrue(start.output().contains(settings.get("BOTTEGA_HTTP_PORT")), start.output());
            assertEquals(0, run("status").exit());
            refused("already runs on", "start");
        } finally {
            assertEquals(0, run("stop").exit());
        }
        assertEquals(3, run("status").exit());
        refused("does not run on", "console");
        Result again = run("start");
        assertEquals(0, again.exit(), again.output());
        assertTrue(!again.output().contains("password"), "the password is shown once: " + again.output());
        assertEquals(0, run("stop").exit());
    }

    @Test
    @DisplayName("a boot feature that fails stops the start and is named")
    void bootFeature() throws Exception {
        Path features = home.resolve("etc/org.apache.karaf.features.cfg");
        String shipped = Files.readString(features);
        Files.writeString(features, shipped.replace("bottega-sales/", "bottega-nowhere/"));
        try {
            refused("bottega-nowhere", "start");
        } finally {
            Files.writeString(features, shipped);
        }
        assertEquals(3, run("status").exit());
    }

    @Test
    @DisplayName("a port that is taken, by number and by the variable that changes it")
    void port() throws Exception {
        for (String name : List.of("BOTTEGA_HTTP_PORT", "BOTTEGA_SSH_PORT")) {
            String free = settings.get(name);
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                settings.put(name, String.valueOf(taken.getLocalPort()));
                refused(
                        "Port " + taken.getLocalPort() + " is taken by another program: choose another with " + name,
                        "start");
            }
            settings.put(name, free);
        }
        settings.put("BOTTEGA_HTTP_PORT", "70000");
        refused("not a port number", "start");
    }

    @Test
    @DisplayName("a Java that is not 17, and none at all")
    void java() throws Exception {
        Path other = Home.work("launcher-java");
        Home.empty(other);
        Files.createDirectory(other.resolve("bin"));
        Path java = Files.writeString(
                other.resolve("bin/java"), "#!/bin/sh\necho '    java.specification.version = 25' >&2\n");
        assertTrue(java.toFile().setExecutable(true));
        settings.put("JAVA_HOME", other.toString());
        refused("is Java 25: set JAVA_HOME to a JDK 17", "start");
        settings.put("JAVA_HOME", other + "/nowhere");
        refused("Java 17 is needed", "start");
    }

    @Test
    @DisplayName("an unknown command, a password that cannot be written, an unusable data folder")
    void misuse() throws Exception {
        refused("There is no command \"dance\"", "dance");
        settings.put("BOTTEGA_ADMIN_PASSWORD", "a,b");
        refused("BOTTEGA_ADMIN_PASSWORD may hold", "start");
        settings.put("BOTTEGA_DATA", home.resolve("LICENSE/data").toString());
        refused("cannot be made", "start");
    }

    private void refused(String sentence, String... command) throws IOException, InterruptedException {
        Result result = run(command);
        assertNotEquals(0, result.exit(), result.output());
        List<String> said =
                result.output().lines().filter(l -> l.startsWith("bottega: ")).toList();
        assertEquals(1, said.size(), result.output());
        assertTrue(said.get(0).contains(sentence), result.output());
    }

    private Result run(String... command) throws IOException, InterruptedException {
        Path output = Home.work("launcher.out");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/bottega").toString());
        builder.command().addAll(List.of(command));
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null")).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("BOTTEGA_"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        if (!process.waitFor(200, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end of " + builder.command());
        }
        return new Result(process.exitValue(), Files.readString(output));
    }
}
