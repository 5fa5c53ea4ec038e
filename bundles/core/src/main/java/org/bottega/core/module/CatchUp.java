package org.bottega.core.module;

import java.util.Optional;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells a module that was switched on once more, a minute later, so that it fills in what was told by units of work, here or
 * on other nodes, that did not know of it yet.
 */
@Component
public final class CatchUp implements DueWork {

    private final ModuleStates states;
    private final Deployed deployed;
    private final ModuleSwitch toggle;

    @Activate
    public CatchUp(@Reference ModuleStates states, @Reference Deployed deployed, @Reference ModuleSwitch toggle) {
        this.states = states;
        this.deployed = deployed;
        this.toggle = toggle;
    }

    @Override
    public String id() {
        return "core.module-catch-up";
    }

    @Override
    public String module() {
        return "core";
    }

    @Override
    public String table() {
        return "core_module_state";
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(String id) {
        toggle.change(needs -> {
            if (states.isDue(id)) {
                tell(id);
            }
        });
    }

    private void tell(String id) {
        Optional<BusinessModule> module = deployed.find(id);
        if (module.isPresent()) {
            module.get().enable();
            states.settled(id);
        } else {
            states.settleLater(id);
        }
    }
}
