package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.core.data.Operations;

/** {@code audit:operations}. */
@Service
@Command(
        scope = "audit",
        name = "operations",
        description = "Shows what operators did to whole marketplaces",
        detailedDescription =
                """
                Shows which marketplaces were taken out or erased, when and by whom, the newest first; also of those that are no
                more. Changes nothing.

                  audit:operations --limit 20""")
public final class AuditOperations extends OperatorCommand {

    @Option(name = "--limit", description = "Most lines shown, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Operations operations;

    @Override
    protected void run() {
        Output.rows(
                operations.newest(Limit.of(limit)).stream()
                        .map(AuditOperations::shape)
                        .toList(),
                json,
                "Nothing has been done yet.");
    }

    private static Map<String, Object> shape(Operations.Operation line) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("at", line.at());
        shape.put("actor", line.actor());
        shape.put("action", line.action());
        shape.put("subject", line.subject());
        shape.put("details", line.details());
        return shape;
    }
}
