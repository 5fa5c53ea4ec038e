package org.bottega.itests;

import java.util.Set;
import java.util.TreeSet;

/** The short lists of exceptions. Whoever adds to them says why. */
final class KnownTables {

    /** The tenants themselves, which listener hears what, the nodes, what operators did, and each unit's migration history. */
    static final Set<String> WITHOUT_TENANT = new TreeSet<>(Set.of(
            "core_tenant",
            "core_operation",
            "core_subscription",
            "core_node",
            "core_node_module",
            "core_flyway",
            "web_flyway",
            "sales_flyway",
            "hello_flyway",
            "ticketing_flyway",
            "webhooks_flyway"));

    /**
     * Deliveries that are still to be made, deadlines that are still to be computed anew, and files that are being imported:
     * empty when all is done. Wrong tries at proving a tax id: every example succeeds. Who keeps refund requests, and what
     * was handed to him: where no module does. Tickets: see TicketIsolationIT.
     */
    static final Set<String> EMPTY_WHEN_QUIET = new TreeSet<>(Set.of(
            "core_delivery",
            "sales_import_chunk",
            "sales_email_try",
            "sales_refund_keeper",
            "sales_refund_handed",
            "ticketing_comment",
            "ticketing_history",
            "ticketing_recount",
            "ticketing_ticket"));

    private KnownTables() {}
}
