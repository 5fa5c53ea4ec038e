package org.bottega.core.data;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bottega.api.Problem;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.api.platform.Tenant;
import org.bottega.persistence.TenantTables.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that a marketplace has, of whatever module, deployed or not. Called as the operator inside that marketplace. */
@Component(service = TenantData.class)
public final class TenantData {

    /** From the suspension on, for requests that were under way. */
    static final Duration SETTLING = Duration.ofSeconds(30);

    private static final int ROUNDS = 5;

    private final TableWalk walk;
    private final Operations operations;
    private final Clock clock;

    @Activate
    public TenantData(
            @Reference TableWalk walk,
            @Reference Operations operations,
            @Reference(target = "(time=real)") Clock clock) {
        this.walk = walk;
        this.operations = operations;
        this.clock = clock;
    }

    Report export(Tenant tenant, OutputStream out, Consumer<String> progress) throws IOException {
        Archive archive = new Archive(out);
        List<Line> lines = new ArrayList<>();
        List<Table> tables = walk.tables().list();
        Instant begun = clock.instant();
        for (Table table : tables) {
            long rows = Parts.are(table) ? contents(archive, table) : rows(archive, table);
            lines.add(new Line(TableWalk.module(table), table.name(), rows, null));
            progress.accept(table.name() + ": " + rows + " rows");
        }
        archive.finish(head(tenant, begun, tables));
        operations.record("tenant.export", tenant.id(), counts(lines));
        return new Report(tenant.id(), lines);
    }

    private Map<String, Object> head(Tenant tenant, Instant begun, List<Table> tables) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", 1);
        head.put("tenant", tenant.id());
        head.put("title", tenant.title());
        head.put("zone", tenant.zone().getId());
        head.put("locale", tenant.locale().toLanguageTag());
        head.put("sandbox", tenant.sandbox());
        head.put("createdAt", String.valueOf(tenant.createdAt()));
        head.put(
                "suspendedAt",
                tenant.suspendedAt() == null ? null : tenant.suspendedAt().toString());
        head.put("begunAt", begun.toString());
        head.put("endedAt", clock.instant().toString());
        head.put("withheld", Withheld.of(tables));
        return head;
    }

    private long rows(Archive archive, Table table) throws IOException {
        long[] rows = new long[1];
        archive.begin("tables/" + table.name() + ".jsonl");
        walk.read(table, page -> {
            for (Object[] row : page) {
                archive.line(Withheld.shape(table, row, UnaryOperator.identity()));
                rows[0]++;
            }
        });
        return rows[0];
    }

    private long contents(Archive archive, Table table) throws IOException {
        long[] rows = new long[1];
        String[] open = new String[1];
        walk.read(table, page -> {
            for (Object[] row : page) {
                String whole = Parts.whole(table, row);
                if (!whole.equals(open[0])) {
                    archive.begin("contents/" + table.name() + '/' + whole);
                    open[0] = whole;
                }
                archive.bytes((byte[]) row[Parts.content(table)]);
                rows[0]++;
            }
        });
        return rows[0];
    }

    Report erase(Tenant tenant, Consumer<String> progress) {
        checkSuspended(tenant);
        operations.begin(tenant.id());
        List<Table> tables = new ArrayList<>(walk.tables().list());
        Collections.reverse(tables);
        Map<String, Long> removed = new TreeMap<>();
        long last = 1;
        for (int round = 0; round < ROUNDS && last > 0; round++) {
            last = 0;
            for (Table table : tables) {
                long rows = walk.clear(table);
                if (rows > 0) {
                    progress.accept(table.name() + ": " + rows + " rows removed");
                }
                removed.merge(table.name(), rows, Long::sum);
                last += rows;
            }
        }
        if (last > 0) {
            throw Problem.conflict("tenant-busy", "rows of " + tenant.id() + " come in as fast as they go; try again");
        }
        List<Line> lines = tables.stream()
                .map(table -> new Line(TableWalk.module(table), table.name(), removed.get(table.name()), null))
                .toList();
        operations.end(tenant.id(), counts(lines));
        return new Report(tenant.id(), lines);
    }

    private void checkSuspended(Tenant tenant) {
        if (tenant.suspendedAt() == null) {
            throw Problem.conflict(
                    "tenant-not-suspended",
                    "a marketplace that runs is not erased: tenant:suspend " + tenant.id() + " first");
        }
        Duration left = Duration.between(clock.instant(), tenant.suspendedAt().plus(SETTLING));
        if (left.compareTo(Duration.ZERO) > 0) {
            throw Problem.conflict(
                            "tenant-suspended-just-now",
                            "requests may still be under way; erase it " + SETTLING.toSeconds()
                                    + " seconds after it was suspended")
                    .retryAfter((int) left.plusMillis(999).toSeconds());
        }
    }

    private static Map<String, Object> counts(List<Line> lines) {
        Map<String, Object> counts = new TreeMap<>();
        lines.stream().filter(line -> line.count() > 0).forEach(line -> counts.put(line.what(), line.count()));
        return counts;
    }
}
