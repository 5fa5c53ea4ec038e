package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenants;
import org.bottega.core.deadline.DeadlineDesk;
import org.bottega.core.deadline.DeadlineDesk.GivenUp;

/** {@code deadline:list}. */
@Service
@Command(
        scope = "deadline",
        name = "list",
        description = "Shows deadlines that were given up",
        detailedDescription =
                """
                What fell due and failed so often that it is tried no more, of one marketplace or of all, with the error of
                the last attempt. It waits for deadline:retry. Shows the work of the modules that are installed here; for
                events see outbox:list, for mails mail:list. Changes nothing.

                  deadline:list
                  deadline:list --tenant acme --json""")
public final class DeadlineList extends OperatorCommand {

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace; all when not given")
    @Completion(TenantCompleter.class)
    private String tenant;

    @Option(name = "--limit", description = "Most shown per marketplace, 1 to 500")
    private String limit = Limit.DEFAULT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Tenants tenants;

    @Reference
    private DeadlineDesk desk;

    @Reference
    private Callers everyone;

    @Override
    protected void run() {
        int most = Limit.of(limit);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : ids()) {
            everyone.as(Caller.operator(id, "console"), () -> desk.givenUp(most))
                    .forEach(row -> rows.add(shape(id, row)));
        }
        Output.rows(rows, json, "Nothing was given up.");
    }

    private Set<String> ids() {
        if (tenant == null) {
            return desk.tenants();
        }
        return Set.of(tenants.find(tenant)
                .orElseThrow(() -> Problem.notFound("tenant", tenant))
                .id());
    }

    private static Map<String, Object> shape(String tenant, GivenUp row) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("tenant", tenant);
        shape.put("work", row.work());
        shape.put("id", row.id());
        shape.put("attempts", row.attempts());
        shape.put("error", row.error());
        return shape;
    }
}
