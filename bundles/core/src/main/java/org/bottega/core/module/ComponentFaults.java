package org.bottega.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Asks the component runtime what became of a bundle's components. */
@Component(service = ComponentFaults.class)
public final class ComponentFaults {

    private final ServiceComponentRuntime runtime;

    @Activate
    public ComponentFaults(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Which components failed; where none did and the module has not announced itself, which services of others it waits
     * for. Null when neither.
     */
    String of(Bundle bundle, boolean announced) {
        List<String> failed = new ArrayList<>();
        Set<String> waiting = new TreeSet<>();
        Set<String> own = new HashSet<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            own.addAll(List.of(component.serviceInterfaces));
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    failed.add(component.name + " failed: " + reason(configuration.failure));
                }
                waiting.addAll(missing(component, configuration));
            }
        }
        if (!failed.isEmpty()) {
            return String.join("; ", failed);
        }
        waiting.removeAll(own);
        return announced || waiting.isEmpty() ? null : "it waits for " + String.join(", ", waiting);
    }

    private static Collection<String> missing(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        Set<String> names = new HashSet<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            names.add(reference.name);
        }
        Set<String> types = new TreeSet<>();
        for (ReferenceDTO reference : component.references) {
            if (names.contains(reference.name)) {
                types.add(reference.interfaceName);
            }
        }
        return types;
    }

    /** What was thrown: the cause at the bottom of the stack trace, in one line. */
    private static String reason(String failure) {
        if (failure == null) {
            return "the log says why";
        }
        String cause = "Caused by: ";
        return failure.lines()
                .filter(line -> line.startsWith(cause))
                .reduce((first, last) -> last)
                .map(line -> line.substring(cause.length()))
                .orElseGet(() -> failure.lines().findFirst().orElse("").strip());
    }
}
