package org.bottega.core.user;

import org.bottega.api.spi.DueWork;

/** Base of what falls due about accounts. */
abstract class RealTimeWork implements DueWork {

    private final String id;
    private final String table;

    RealTimeWork(String id, String table) {
        this.id = id;
        this.table = table;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String module() {
        return "core";
    }

    @Override
    public final String table() {
        return table;
    }

    @Override
    public final boolean realTime() {
        return true;
    }
}
