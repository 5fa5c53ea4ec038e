package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.PageRequest;
import org.bottega.core.mail.MailDesk;
import org.bottega.core.mail.StoredMail;

/** Ids of the newest mails. */
@Service
public final class MailCompleter extends Names {

    @Reference
    private MailDesk desk;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> desk.newest(null, PageRequest.DEFAULT_LIMIT).stream()
                .map(StoredMail::id)
                .toList());
    }
}
