package org.bottega.itests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** The disk of the embedded database is full, and has room again. Only who may mount can try it. */
@Order(86)
@DisabledIfEnvironmentVariable(named = "BOTTEGA_TEST_DATABASE", matches = "postgresql")
class DiskFullIT {

    private static final Path DISK = Home.work("full-disk");
    private static final Path BALLAST = DISK.resolve("ballast");
    /** Room for the database, and for what is written before the platform notices how little is left. */
    private static final int MEGABYTES = 128;

    private static boolean mounted;
    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        if (Files.exists(DISK)) {
            run("umount", DISK.toString()); // that of a run that was killed
        }
        Home.empty(DISK);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "bottega-test", DISK.toString());
        assumeTrue(mounted, "this user may not mount a small disk");
        Map<String, String> settings = new HashMap<>(Platform.QUICK);
        settings.put("BOTTEGA_DB_URL", "jdbc:derby:" + DISK.resolve("db") + ";create=true");
        platform = new Platform("full", settings).start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.kill();
        }
        if (mounted) {
            run("umount", DISK.toString());
        }
    }

    /** Whether there is such a command, and it succeeded. */
    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Fills what is left of the disk, by up to 25 MB a second. */
    private static void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(BALLAST)) {
            byte[] block = new byte[1 << 20];
            while (true) {
                out.write(block);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            }
        } catch (IOException full) {
            assertTrue(full.getMessage().contains("space"), full.getMessage());
        }
    }

    @Test
    @DisplayName("a full disk: 503, not ready; room again: by itself, and all that was answered is there")
    void full() throws Exception {
        Fault fault = new Fault(Shop.open(platform, List.of("sales"), "full").get(0));
        fault.begin(4);
        fault.more(201, 30);
        fill();
        fault.more(503, 10);
        long noticed = fault.untilReady(false);
        assertEquals(200, fault.health("live"));
        Files.delete(BALLAST);
        long healthy = fault.untilReady(true);
        fault.more(201, 30);
        fault.end();
        fault.tell("disk full", noticed, healthy);
        fault.checkPolite();
        fault.checkNothingLost();
    }
}
