package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bottega.persistence.testing.KeptDatabase;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.unit.Database;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that are killed at random instants, each after the other on one database. {@code -Dbottega.kills=150} for so
 * many on each kind of database; a new database after every 25.
 */
class KillsTest {

    private static final int KILLS = Integer.getInteger("bottega.kills", 4);
    private static final int IN_A_ROW = 25;
    private static final int START_SECONDS = 300;
    private static final int WORK_MS = 700;
    private static final int EARLY_ONE_IN = 6;
    private static final int EARLY_MS = 2500;

    private final Random random = new Random();

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("nothing that was answered is lost, no money moves twice, each event and mail is there once")
    void killed(TestDatabase.Kind kind, @TempDir Path folder) throws Exception {
        long start = System.nanoTime();
        for (int done = 0; done < KILLS; done += IN_A_ROW) {
            int kills = Math.min(IN_A_ROW, KILLS - done);
            String right = row(kind, folder.resolve("row-" + done), kills);
            System.out.printf(
                    "%s: %d kills in %d s; the last %d on one database: %s%n",
                    kind, done + kills, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), kills, right);
        }
    }

    private String row(TestDatabase.Kind kind, Path folder, int kills) throws Exception {
        Files.createDirectories(folder);
        Database.Address address = KeptDatabase.make(kind, folder.resolve("db"));
        try {
            for (int i = 0; i < kills; i++) {
                kill(start(address, folder), i > 0 && random.nextInt(EARLY_ONE_IN) == 0);
            }
            Process last = start(address, folder, "once");
            String right = verdict(last);
            assertTrue(last.waitFor(START_SECONDS, TimeUnit.SECONDS), "it ends");
            return right;
        } finally {
            KeptDatabase.drop(address);
            delete(folder);
        }
    }

    /** While it works, or already while it starts and sees to what the last one left. */
    private void kill(Process process, boolean early) throws Exception {
        try {
            if (!early) {
                verdict(process);
            }
            int wait = random.nextInt(early ? EARLY_MS : WORK_MS);
            assertFalse(process.waitFor(wait, TimeUnit.MILLISECONDS), "it ended by itself");
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it dies");
        }
    }

    private static String verdict(Process process) throws Exception {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = CompletableFuture.supplyAsync(() -> out.lines().findFirst())
                .get(START_SECONDS, TimeUnit.SECONDS)
                .orElse("it ended without a word");
        assertEquals("RIGHT", line.split(" ")[0], line);
        return line.substring("RIGHT ".length());
    }

    private static Process start(Database.Address address, Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                KilledNode.class.getName(),
                address.url(),
                address.user(),
                address.password(),
                address.ownerUser(),
                address.ownerPassword(),
                folder.resolve("diary").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
