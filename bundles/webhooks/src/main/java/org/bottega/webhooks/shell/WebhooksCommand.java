package org.bottega.webhooks.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.bottega.webhooks.WebhooksModule;

/** Base of the commands: run as the operator, in a marketplace that has webhooks on. */
public abstract class WebhooksCommand implements Action {

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace", required = true)
    @Completion(TenantNames.class)
    private String tenant;

    @Reference
    private Session session;

    @Reference
    private Callers callers;

    @Reference
    private Modules modules;

    /** What the command does; a problem is what it says at the end, with exit status 1. */
    protected abstract void run();

    @Override
    public final Object execute() throws CommandException {
        Object user = session.get("USER");
        try {
            if (!modules.isOn(tenant, WebhooksModule.ID)) {
                throw new Problem(
                        Problem.Kind.NOT_FOUND, "module-not-enabled", "module webhooks is not on for tenant " + tenant);
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

    /** Says a line. */
    protected final void say(String line) {
        session.getConsole().println(line);
    }

    /** Prints a table; nulls are left blank. */
    protected final void table(List<String> columns, List<List<Object>> rows) {
        ShellTable table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row.toArray()));
        table.print(session.getConsole());
    }

    /** A value of a table. */
    protected static Object shown(Object value) {
        return value == null ? "" : value;
    }
}
