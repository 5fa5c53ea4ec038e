package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.PageRequest;
import org.bottega.core.deadline.DeadlineDesk;
import org.bottega.core.deadline.DeadlineDesk.GivenUp;

/** Ids of deadlines that were given up. */
@Service
public final class DeadlineCompleter extends Names {

    @Reference
    private DeadlineDesk desk;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> desk.givenUp(PageRequest.DEFAULT_LIMIT).stream()
                .map(GivenUp::id)
                .toList());
    }
}
