package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;

/** Base of the commands that work inside one marketplace, which must exist. */
public abstract class TenantCommand extends OperatorCommand {

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace (required)")
    @Completion(TenantCompleter.class)
    @Needed
    private String tenant;

    @Reference
    private Tenants tenants;

    @Override
    protected final String tenant() {
        return tenant;
    }

    /** What the command does, inside this marketplace. */
    protected abstract void run(Tenant in);

    @Override
    protected final void run() {
        run(tenants.find(tenant).orElseThrow(() -> Problem.notFound("tenant", tenant)));
    }
}
