package org.bottega.itests;

import java.util.Set;
import java.util.TreeSet;

/** The short lists of exceptions. Whoever adds to them says why. */
final class KnownTables {

    /** No tenant's: the tenants themselves and each module's migration history. */
    static final Set<String> WITHOUT_TENANT = new TreeSet<>(Set.of("core_tenant"));

    /** Tenant tables that no example call fills. */
    static final Set<String> UNUSED_HERE = new TreeSet<>();

    private KnownTables() {}
}
