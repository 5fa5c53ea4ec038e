package org.bottega.itests.harness;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Asks the probe bundle inside the platform. */
public final class Probe {

    private static final String PACKAGE = "org/bottega/itests/probe/";

    private final Platform platform;

    private Probe(Platform platform) {
        this.platform = platform;
    }

    static Probe of(Platform platform) {
        Probe probe = new Probe(platform);
        if (!probe.answers()) {
            platform.console().run("bundle:install -s " + jar(platform).toUri()).ok();
            await("the probe").atMost(Duration.ofSeconds(20)).until(probe::answers);
        }
        return probe;
    }

    /** Counts and checksums of all tables, now. */
    public Fingerprint fingerprint() {
        return Fingerprint.parse(ask("FINGERPRINT"));
    }

    /** The same once nothing is due any more and two looks in a row agree. */
    public Fingerprint quiet(Collection<String> except) {
        return once(now -> !now.isBusy(), except);
    }

    /** The same once nothing will fall due for a while either: what differs after it was done by somebody. */
    public Fingerprint settled(Collection<String> except) {
        return once(now -> !now.isRestless(), except);
    }

    private Fingerprint once(Predicate<Fingerprint> state, Collection<String> except) {
        AtomicReference<Fingerprint> last = new AtomicReference<>(fingerprint().without(except));
        await("a quiet database")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    Fingerprint now = fingerprint().without(except);
                    boolean same = last.getAndSet(now).difference(now).isEmpty();
                    return same && state.test(now);
                });
        return last.get();
    }

    /** Rows of a query, columns separated by tabs; or one row with the number of changed rows. */
    public List<String> sql(String sql) {
        return ask(sql.replace('\n', ' '));
    }

    private boolean answers() {
        try {
            return !ask("VALUES (1)").isEmpty();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private List<String> ask(String question) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.probePort())) {
            OutputStream out = socket.getOutputStream();
            out.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            List<String> lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            String verdict = lines.isEmpty() ? "no answer" : lines.get(lines.size() - 1);
            if (!verdict.equals("OK")) {
                throw new AssertionError(question + ": " + verdict);
            }
            return lines.subList(0, lines.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Platform platform) {
        return Jars.ofClasses(
                platform.room().resolve("probe.jar"),
                PACKAGE,
                Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "org.bottega.itests.probe",
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", "org.bottega.itests.probe.ProbeActivator",
                        "Import-Package", "org.osgi.framework"));
    }
}
