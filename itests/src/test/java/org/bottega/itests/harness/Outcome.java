package org.bottega.itests.harness;

import java.util.List;

/**
 * How a command ended.
 *
 * @param output of both streams, without colours
 */
public record Outcome(int exit, String output) {

    static Outcome of(int exit, String output) {
        return new Outcome(exit, output.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    /** This outcome, or a failure that shows it. */
    public Outcome ok() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + ": " + output);
        }
        return this;
    }

    /** Lines that hold a JSON object. */
    public List<String> jsonLines() {
        return output.lines().map(String::trim).filter(l -> l.startsWith("{")).toList();
    }
}
