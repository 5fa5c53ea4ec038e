package org.bottega.core.data;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bottega.persistence.TenantTables;

/** Those tables whose names are wanted. */
record SomeTables(TenantTables real, Predicate<String> wanted) implements TenantTables {

    @Override
    public List<Table> list() {
        return real.list().stream().filter(table -> wanted.test(table.name())).toList();
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
        return real.remove(table, most);
    }

    @Override
    public void change(Table table, Object[] row, Map<String, Object> values) {
        real.change(table, row, values);
    }
}
