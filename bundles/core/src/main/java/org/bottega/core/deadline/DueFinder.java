package org.bottega.core.deadline;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bottega.api.platform.Modules;
import org.bottega.api.spi.DueWork;
import org.bottega.core.clock.Times;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.DueRows.Due;

/**
 * Finds due rows: those of all tenants by real time at one look, those of tenants whose clock was moved by their own time,
 * one look each.
 */
final class DueFinder {

    private static final int ROWS = Sweeper.ROWS;

    private final DueRows due;
    private final Modules modules;
    private final Times times;

    DueFinder(DueRows due, Modules modules, Times times) {
        this.due = due;
        this.modules = modules;
        this.times = times;
    }

    Map<String, List<Due>> find(DueWork work, Set<String> busy, Set<String> off) {
        off.removeIf(tenant -> modules.runs(tenant, work.module()));
        if (work.realTime()) {
            return inRealTime(work, busy, off);
        }
        Set<String> moved = times.moved();
        Set<String> others = new HashSet<>(busy);
        others.addAll(moved);
        Map<String, List<Due>> found = inRealTime(work, others, off);
        for (String tenant : moved) {
            if (!busy.contains(tenant) && !times.stands(tenant) && modules.runs(tenant, work.module())) {
                List<Due> rows = due.of(work.table(), tenant, times.of(tenant), ROWS);
                if (!rows.isEmpty()) {
                    found.put(tenant, rows);
                }
            }
        }
        return found;
    }

    private Map<String, List<Due>> inRealTime(DueWork work, Set<String> left, Set<String> off) {
        while (true) {
            Set<String> skip = new HashSet<>(left);
            skip.addAll(off);
            List<Due> rows = due.find(work.table(), null, times.real(), ROWS, skip);
            boolean learned = false;
            for (Due row : rows) {
                learned |= !off.contains(row.tenant())
                        && !modules.runs(row.tenant(), work.module())
                        && off.add(row.tenant());
            }
            if (!learned || rows.size() < ROWS) {
                return rows.stream()
                        .filter(row -> !off.contains(row.tenant()))
                        .collect(groupingBy(Due::tenant, LinkedHashMap::new, Collectors.toList()));
            }
        }
    }
}
