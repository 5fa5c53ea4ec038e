package org.bottega.sales.imports;

import java.time.Instant;

/**
 * An import as others see it.
 *
 * @param counts what became of the lines so far
 * @param trouble why it failed, or what keeps it from going on; null when nothing is wrong
 */
public record Import(
        String id, ImportState state, ImportPlan plan, Size size, ImportCounts counts, Times times, String trouble) {

    /**
     * How large, and how far.
     *
     * @param bytes of the file
     * @param lines of the file, without the header
     * @param done lines that were worked, without the header
     */
    public record Size(long bytes, int lines, int done) {}

    /**
     * When it was received, begun and ended.
     *
     * @param started null while QUEUED
     * @param finished null until DONE or FAILED
     */
    public record Times(Instant created, Instant started, Instant finished) {}
}
