package org.bottega.core.testing;

import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.DataDesk;
import org.bottega.core.data.Contents;
import org.bottega.core.data.DataDeskService;
import org.bottega.core.data.Operations;
import org.bottega.core.data.PersonData;
import org.bottega.core.data.PersonTraces;
import org.bottega.core.data.TableWalk;
import org.bottega.core.data.TenantData;
import org.bottega.persistence.TenantTables;

/** Taking out and erasing, put together as the runtime does it. */
public final class TestData {

    private final DataDesk desk;
    private final Operations operations;

    public TestData(TestPlatform platform) {
        this(platform, platform.database().tenantTables());
    }

    /** With tables of one's own, to fail in the middle. */
    public TestData(TestPlatform platform, TenantTables tables) {
        this(platform, tables, platform.unitOfWork());
    }

    /** With units of work of one's own as well. */
    public TestData(TestPlatform platform, TenantTables tables, UnitOfWork unit) {
        var store = platform.store("core");
        TableWalk walk = new TableWalk(tables, unit);
        operations = new Operations(store, unit, platform.callers(), platform.ids(), platform.clock());
        PersonData persons = new PersonData(
                walk,
                new PersonTraces(store, platform.core().deployed()),
                new Contents(walk, store),
                platform.audit(),
                platform.ids());
        desk = new DataDeskService(
                new TenantData(walk, operations, platform.clock()),
                persons,
                platform.tenants(),
                platform.callers(),
                unit);
    }

    public DataDesk desk() {
        return desk;
    }

    public Operations operations() {
        return operations;
    }
}
