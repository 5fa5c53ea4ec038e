package org.bottega.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where things are: the built archive, the modules' jars, room to work. */
public final class Home {

    private Home() {}

    /** The project's folder. */
    public static Path root() {
        return Path.of(System.getProperty("bottega.root", ".."));
    }

    /** A folder below target. */
    public static Path work(String name) {
        return Path.of(System.getProperty("bottega.work", "target"), name).toAbsolutePath();
    }

    public static String version() {
        return System.getProperty("bottega.version", "1.0.0");
    }

    /** The built distribution. */
    public static Path archive() {
        return only(root().resolve("assembly/target"), ".tar.gz");
    }

    /** The jar of a bundle of ours. */
    public static Path bundle(String name) {
        return root().resolve("bundles/" + name + "/target/" + name + "-" + version() + ".jar");
    }

    /** Real invoices, outside the project; may be absent. */
    public static Path invoices() {
        return root().resolve("../shared/data/online-retail-invoices.csv").normalize();
    }

    /** Unpacks the distribution afresh and returns its top folder. */
    public static Path unpack(String name) {
        Path target = work(name);
        try {
            empty(target);
            Process tar = new ProcessBuilder(
                            "tar", "xzf", archive().toAbsolutePath().toString(), "-C", target.toString())
                    .inheritIO()
                    .start();
            if (!tar.waitFor(60, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new AssertionError("cannot unpack " + archive());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return only(target, "");
    }

    /** A port nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder, empty. */
    public static void empty(Path folder) {
        try {
            delete(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path only(Path folder, String ending) {
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> found = list.filter(p -> p.getFileName().toString().endsWith(ending))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError("expected one *" + ending + " in " + folder + ": " + found);
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
