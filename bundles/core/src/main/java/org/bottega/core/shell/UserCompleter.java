package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Users;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.User;

/** Ids of the newest users of the marketplace that the line names. */
@Service
public final class UserCompleter extends Names {

    @Reference
    private Users users;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> users.list(Filter.ALL, PageRequest.of(null, null)).items().stream()
                .map(User::id)
                .toList());
    }
}
