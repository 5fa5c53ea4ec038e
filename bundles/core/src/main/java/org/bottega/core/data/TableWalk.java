package org.bottega.core.data;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.TenantTables;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Walks through the current tenant's rows of a table, a page at a time, each page in a unit of work of its own. */
@Component(service = TableWalk.class)
public final class TableWalk {

    /** Rows of a page. */
    static final int PAGE = 500;

    /** The same where rows can be large. */
    static final int FEW = 20;

    /** Takes what came of a page, outside the unit of work. */
    @FunctionalInterface
    interface Sink<T> {
        void take(T page) throws IOException;
    }

    private final TenantTables tables;
    private final UnitOfWork unit;

    @Activate
    public TableWalk(@Reference TenantTables tables, @Reference UnitOfWork unit) {
        this.tables = tables;
        this.unit = unit;
    }

    TenantTables tables() {
        return tables;
    }

    UnitOfWork unit() {
        return unit;
    }

    /** The module that a table belongs to. */
    static String module(Table table) {
        return table.name().substring(0, table.name().indexOf('_'));
    }

    /** Hands over pages as they are read. */
    void read(Table table, Sink<List<Object[]>> sink) throws IOException {
        walk(table, rows -> rows, sink);
    }

    /**
     * Lets {@code change} work on each page in the unit of work that has read it; it may be called again for the same page,
     * and says how much it did.
     */
    long change(Table table, Function<List<Object[]>, Long> change) {
        long[] sum = new long[1];
        try {
            walk(table, change, done -> sum[0] += done);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sum[0];
    }

    /** Hands on what {@code inUnit} makes of a page; that may be called again for the same page. */
    <T> void walk(Table table, Function<List<Object[]>, T> inUnit, Sink<T> sink) throws IOException {
        int most = table.has(Kind.BYTES) ? FEW : PAGE;
        Object[] last = null;
        int found = most;
        while (found == most) {
            Object[] after = last;
            record Page<T>(List<Object[]> rows, T result) {}
            Page<T> page = unit.call(() -> {
                List<Object[]> rows = tables.page(table, after, most);
                return new Page<>(rows, inUnit.apply(rows));
            });
            sink.take(page.result());
            found = page.rows().size();
            last = found == 0 ? last : page.rows().get(found - 1);
        }
    }

    /** Removes the rows of a table, a page at a time, and returns how many there were. */
    long clear(Table table) {
        long removed = 0;
        int last = PAGE;
        while (last == PAGE) {
            last = unit.call(() -> tables.remove(table, PAGE));
            removed += last;
        }
        return removed;
    }
}
