package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.AuditLog;
import org.bottega.api.platform.Tenant;

/** {@code audit:list}. */
@Service
@Command(
        scope = "audit",
        name = "list",
        description = "Shows who changed what in a marketplace",
        detailedDescription =
                """
                Shows who changed what in a marketplace, the newest first. Changes nothing.

                  audit:list --tenant acme
                  audit:list --tenant acme --limit 200 --action module.enable""")
public final class AuditList extends TenantCommand {

    @Option(name = "--limit", description = "Most lines shown, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--action", description = "Only lines of this action, such as client.create")
    private String action;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private AuditLog log;

    @Override
    protected void run(Tenant in) {
        var lines = log.list(action, new PageRequest(Limit.of(limit), null)).items();
        Output.rows(lines.stream().map(AuditList::shape).toList(), json, "Nothing has been changed yet.");
    }

    private static Map<String, Object> shape(AuditLog.Entry entry) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("at", entry.at());
        shape.put("actor", entry.actorKind() + " " + entry.actor());
        shape.put("seller", entry.seller());
        shape.put("action", entry.action());
        shape.put("subject", entry.subject());
        shape.put("details", entry.details());
        shape.put("request", entry.request());
        return shape;
    }
}
