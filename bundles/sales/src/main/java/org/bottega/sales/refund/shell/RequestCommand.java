package org.bottega.sales.refund.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.bottega.sales.SalesModule;
import org.bottega.sales.imports.shell.TenantNames;
import org.bottega.sales.refund.RefundBulk.Result;

/** Base of the commands about refund requests: run as the operator, in a marketplace that has sales on. */
abstract class RequestCommand implements Action {

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace", required = true)
    @Completion(TenantNames.class)
    String tenant;

    @Reference
    Session session;

    @Reference
    Callers callers;

    @Reference
    Modules modules;

    /** What the command does. */
    abstract void run();

    @Override
    public final Object execute() throws CommandException {
        Object user = session.get("USER");
        try {
            if (!modules.isOn(tenant, SalesModule.ID)) {
                throw new Problem(
                        Problem.Kind.NOT_FOUND, "module-not-enabled", "module sales is not on for tenant " + tenant);
            }
            callers.as(Caller.operator(tenant, user == null ? "operator" : user.toString()), () -> {
                run();
                return null;
            });
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage(), problem);
        }
        return null;
    }

    void say(String line) {
        session.getConsole().println(line);
    }

    /** Says what became of each; fails when any was refused. */
    void say(List<Result> results) {
        long refused = 0;
        for (Result result : results) {
            boolean done = result.refusal() == null;
            refused += done ? 0 : 1;
            say(result.request() + "  "
                    + (done ? result.state() : "refused: " + result.refusal().getMessage()));
        }
        if (refused > 0) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE, "some-refused", refused + " of " + results.size() + " were refused");
        }
    }
}
