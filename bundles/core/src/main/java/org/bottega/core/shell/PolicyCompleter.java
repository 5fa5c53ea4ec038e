package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.PolicyDesk.Setting;

/** Ids of the policies and, behind one of them, {@code name=} of its values. */
@Service
public final class PolicyCompleter extends Names {

    @Reference
    private PolicyDesk desk;

    @Override
    protected Collection<String> names(CommandLine line) {
        List<String> written = List.of(line.getArguments());
        Collection<String> names = new ArrayList<>();
        asOperator(() -> {
            for (Setting setting : desk.list()) {
                if (written.subList(0, line.getCursorArgumentIndex()).contains(setting.id())) {
                    setting.values().forEach(value -> names.add(value.name() + "="));
                    return names;
                }
            }
            desk.list().forEach(setting -> names.add(setting.id()));
            return names;
        });
        return names;
    }
}
