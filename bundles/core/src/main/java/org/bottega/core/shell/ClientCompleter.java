package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Clients.Client;

/** Ids of the API clients that are good, of the marketplace that the line names. */
@Service
public final class ClientCompleter extends Names {

    @Reference
    private Clients clients;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> clients.list().stream()
                .filter(client -> client.revokedAt() == null)
                .map(Client::id)
                .toList());
    }
}
