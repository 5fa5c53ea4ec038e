package org.bottega.itests.harness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts and checksums of all tables, per tenant. */
public record Fingerprint(List<Line> lines) {

    /**
     * One tenant's rows of one table.
     *
     * @param tenant empty for a table without tenants, or without rows
     * @param due rows that wait for the platform to work on them
     * @param soon those, and the ones that will in the next seconds
     */
    public record Line(
            String table, boolean perTenant, String tenant, long rows, String checksum, long due, long soon) {
        Line whenever() {
            return new Line(table, perTenant, tenant, rows, checksum, 0, 0);
        }

        static Line parse(String text) {
            String[] part = text.split("\t", -1);
            String table = part[0].substring(part[0].indexOf('.') + 1)
                    .replace("\"", "")
                    .toLowerCase();
            return new Line(
                    table,
                    Boolean.parseBoolean(part[1]),
                    part[2],
                    Long.parseLong(part[3]),
                    part[4],
                    Long.parseLong(part[5]),
                    Long.parseLong(part[6]));
        }
    }

    static Fingerprint parse(List<String> lines) {
        return new Fingerprint(lines.stream().map(Line::parse).toList());
    }

    /** Without these tables. */
    public Fingerprint without(Collection<String> tables) {
        return new Fingerprint(
                lines.stream().filter(l -> !tables.contains(l.table())).toList());
    }

    /** The rows of one tenant only. */
    public Fingerprint of(String tenant) {
        return new Fingerprint(
                lines.stream().filter(l -> l.tenant().equals(tenant)).toList());
    }

    /** Whether something waits to be worked on. */
    public boolean isBusy() {
        return lines.stream().anyMatch(l -> l.due() > 0);
    }

    /** Whether something will change by itself before calls that follow are over. */
    public boolean isRestless() {
        return lines.stream().anyMatch(l -> l.soon() > 0);
    }

    public Set<String> tables(boolean perTenant) {
        return lines.stream()
                .filter(l -> l.perTenant() == perTenant)
                .map(Line::table)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public long rows(String table, String tenant) {
        return lines.stream()
                .filter(l -> l.table().equals(table) && l.tenant().equals(tenant))
                .mapToLong(Line::rows)
                .sum();
    }

    /** Which rows differ, in words; empty when none do. That something has fallen due since is no difference. */
    public String difference(Fingerprint other) {
        Map<String, Line> mine = byKey();
        Map<String, Line> theirs = other.byKey();
        Set<String> keys = new TreeSet<>(mine.keySet());
        keys.addAll(theirs.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(mine.get(key), theirs.get(key)))
                .map(key -> mine.get(key) + " became " + theirs.get(key))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Line> byKey() {
        Map<String, Line> map = new TreeMap<>();
        for (Line line : lines) {
            if (line.rows() > 0) {
                map.put(line.table() + " " + line.tenant(), line.whenever());
            }
        }
        return map;
    }
}
