package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;

/** Ids of the marketplaces. */
@Service
public final class TenantCompleter extends Names {

    @Reference
    private Tenants tenants;

    @Override
    protected Collection<String> names(CommandLine line) {
        return asOperator(() -> tenants.list().stream().map(Tenant::id).toList());
    }
}
