package org.bottega.core.clock;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What could not be done in the course of a move, each once, a line each; of very many only the first. */
final class Report implements Consumer<String> {

    private static final int MOST = 100;
    private static final int LENGTH = 500;
    private static final String MORE = "and more";

    private final Set<String> lines = new LinkedHashSet<>();

    Report(Collection<String> before) {
        lines.addAll(before);
    }

    @Override
    public void accept(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (lines.size() < MOST) {
            lines.add(line.length() <= LENGTH ? line : line.substring(0, LENGTH));
        } else {
            lines.add(MORE);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
