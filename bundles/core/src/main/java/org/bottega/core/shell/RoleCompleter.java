package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Roles.Role;

/** Ids of the roles of the marketplace that the line names. */
@Service
public final class RoleCompleter extends Names {

    @Reference
    private Roles roles;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> roles.list(new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream()
                .map(Role::id)
                .toList());
    }
}
