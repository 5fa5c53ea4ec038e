package org.bottega.core.data;

import java.util.List;
import java.util.Map;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.TenantTables;

/** Tables into which somebody writes a wish when all wishes were removed, so and so often. */
record Refilled(TestPlatform platform, TenantTables real, int[] left) implements TenantTables {

    Refilled(TestPlatform platform, int times) {
        this(platform, platform.database().tenantTables(), new int[] {times});
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
        if (table.name().equals("wishes_wish") && left[0]-- > 0) {
            String tenant = platform.callers().current().tenant();
            DataFixture.insert(tenant, "wishes_wish", "late", null, null, "late", null, null, null);
        }
        return removed;
    }

    @Override
    public void change(Table table, Object[] row, Map<String, Object> values) {
        real.change(table, row, values);
    }
}
