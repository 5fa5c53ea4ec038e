package org.bottega.itests.hot;

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
        return platform.machine().jcmd("GC.class_histogram");
    }
}
