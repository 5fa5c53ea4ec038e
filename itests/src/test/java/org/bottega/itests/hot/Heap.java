package org.bottega.itests.hot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bottega.itests.harness.Platform;

/**
 * What is alive in a running platform after a full collection.
 *
 * @param loaders class loaders of bundles
 * @param bytes of all objects
 */
record Heap(int loaders, long bytes) {

    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    static Heap of(Platform platform) {
        histogram(platform);
        int loaders = 0;
        long bytes = 0;
        for (String line : histogram(platform).split("\n")) {
            String[] column = line.strip().split("\\s+");
            if (column.length >= 4 && column[3].equals(LOADER)) {
                loaders = Integer.parseInt(column[1]);
            } else if (column.length == 3 && column[0].equals("Total")) {
                bytes = Long.parseLong(column[2]);
            }
        }
        return new Heap(loaders, bytes);
    }

    /** Asking for it collects all that is dead; what needs a second collection goes with the second question. */
    private static String histogram(Platform platform) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(platform.server().orElseThrow().pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new AssertionError(text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
