package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;

/**
 * Base of all commands: runs as the operator. A refusal is one sentence, and an exit status other than 0 for scripts. Karaf
 * itself prints the sentence, on the console: what a command writes to standard error does not reach an SSH client.
 */
public abstract class OperatorCommand implements Action {

    @Reference
    private Callers callers;

    @Reference
    private Session session;

    /** What the command does. */
    protected abstract void run();

    /** The marketplace it is done in, or null for the platform itself. */
    protected String tenant() {
        return null;
    }

    @Override
    public final Object execute() throws CommandException {
        try {
            AnyOrder.apply(this);
            Object user = session.get("USER");
            callers.as(Caller.operator(tenant(), user == null ? "operator" : user.toString()), () -> {
                run();
                return null;
            });
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage(), problem);
        }
        return null;
    }
}
