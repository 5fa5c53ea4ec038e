package org.bottega.core.module;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All that the platform keeps for modules. */
@Component(service = ModuleDataParts.class)
public final class ModuleDataParts {

    private final List<ModuleData> parts = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPart(ModuleData part) {
        parts.add(part);
    }

    public void removePart(ModuleData part) {
        parts.remove(part);
    }

    List<ModuleData> all() {
        return parts;
    }
}
