package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.platform.Modules;

/** Permissions of the modules deployed, and all of them. */
@Service
public final class PermissionCompleter extends Names {

    @Reference
    private Modules modules;

    @Override
    protected Collection<String> names(CommandLine line) {
        Collection<String> names = new ArrayList<>(modules.permissions());
        names.add("all");
        return names;
    }
}
