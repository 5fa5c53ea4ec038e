package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;

/** States of mails. */
@Service
public final class MailStateCompleter extends Names {

    @Override
    protected Collection<String> names(CommandLine line) {
        return MailList.states();
    }
}
