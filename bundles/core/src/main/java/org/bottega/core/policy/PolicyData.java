package org.bottega.core.policy;

import org.bottega.core.module.ModuleData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is set of a module's policies. */
@Component(service = ModuleData.class)
public final class PolicyData implements ModuleData {

    private final PolicyStates states;

    @Activate
    public PolicyData(@Reference PolicyStates states) {
        this.states = states;
    }

    @Override
    public String what() {
        return "policies that are set, products' own included";
    }

    @Override
    public long count(String module) {
        return states.rows().ofModule(module).size();
    }

    @Override
    public void purge(String module) {
        states.purge(module);
    }
}
