package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.PageRequest;
import org.bottega.core.outbox.OutboxDesk;
import org.bottega.core.outbox.OutboxReport.Failed;

/** Ids of failed deliveries. */
@Service
public final class DeliveryCompleter extends Names {

    @Reference
    private OutboxDesk desk;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> desk.failed(PageRequest.DEFAULT_LIMIT).stream()
                .map(Failed::id)
                .toList());
    }
}
