package org.bottega.core.shell;

import java.time.ZoneId;
import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;

/** Names of time zones. */
@Service
public final class ZoneCompleter extends Names {

    @Override
    protected Collection<String> names(CommandLine line) {
        return ZoneId.getAvailableZoneIds();
    }
}
