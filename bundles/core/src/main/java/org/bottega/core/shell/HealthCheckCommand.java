package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.core.health.Checkup;
import org.bottega.core.health.Checkup.Result;

/** {@code health:check}. */
@Service
@Command(
        scope = "health",
        name = "check",
        description = "Looks whether all is well",
        detailedDescription =
                """
                Runs all checks and shows what each says and how long it took: the database, the modules and their tables, as
                /health/ready does; and what goes on behind the scenes: events, deadlines and mails that are late by more than
                ten minutes, and what was given up after its last attempt. Suspended marketplaces are left out. Changes
                nothing.

                  health:check
                  health:check --json

                Exit status 1 when a check fails.""")
public final class HealthCheckCommand extends OperatorCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Checkup checkup;

    @Override
    protected void run() {
        List<Result> results = checkup.run();
        Output.rows(results.stream().map(HealthCheckCommand::shape).toList(), json, "There is no check.");
        List<String> failed = results.stream()
                .filter(result -> result.failure() != null)
                .map(Result::name)
                .toList();
        if (!failed.isEmpty()) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "unhealthy", "not well: " + String.join(", ", failed));
        }
    }

    private static Map<String, Object> shape(Result result) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("check", result.name());
        shape.put("well", result.failure() == null);
        shape.put("millis", result.millis());
        shape.put("failure", result.failure());
        return shape;
    }
}
