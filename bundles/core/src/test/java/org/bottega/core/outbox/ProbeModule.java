package org.bottega.core.outbox;

import java.util.Set;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;

/** A module that only exists to be switched on and off. */
record ProbeModule(ModuleInfo info) implements BusinessModule {

    static final String ID = "probe";

    ProbeModule() {
        this(new ModuleInfo(ID, "Probe", "1.0.0", Set.of(), Set.of()));
    }
}
