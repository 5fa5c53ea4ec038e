package org.bottega.sales;

import java.util.List;
import java.util.Map;
import org.bottega.persistence.TenantTables;

/** The tables, until the database fails. */
record FailingTables(TenantTables real, int[] left) implements TenantTables {

    FailingTables(TenantTables real, int removals) {
        this(real, new int[] {removals});
    }

    @Override
    public List<Table> list() {
        return real.list();
    }

    @Override
    public List<Object[]> page(Table table, Object[] after, int most) {
        return real.page(table, after, most);
    }

    @Override
    public long count(Table table) {
        return real.count(table);
    }

    @Override
    public int remove(Table table, int most) {
        int removed = real.remove(table, most);
        if (left[0]-- == 0) {
            throw new IllegalStateException("the database is gone");
        }
        return removed;
    }

    @Override
    public void change(Table table, Object[] row, Map<String, Object> values) {
        real.change(table, row, values);
    }
}
