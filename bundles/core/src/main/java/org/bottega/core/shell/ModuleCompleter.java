package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Modules.Status;

/** Ids of the modules deployed. */
@Service
public final class ModuleCompleter extends Names {

    @Reference
    private Modules modules;

    @Override
    protected Collection<String> names(CommandLine line) {
        return asOperator(() -> modules.list().stream().map(Status::id).toList());
    }
}
