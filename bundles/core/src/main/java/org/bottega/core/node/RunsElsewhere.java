package org.bottega.core.node;

import java.util.Map;
import java.util.Optional;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.module.Deployed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A module that fails here and runs on another node is a reason to send requests there. One that runs nowhere is none: all
 * the others would be away with it.
 */
@Component
public final class RunsElsewhere implements HealthCheck {

    private final Deployed deployed;
    private final Nodes nodes;

    @Activate
    public RunsElsewhere(@Reference Deployed deployed, @Reference Nodes nodes) {
        this.deployed = deployed;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return "modules-elsewhere";
    }

    @Override
    public Optional<String> failure() {
        Map<String, String> failures = deployed.failures();
        if (!failures.isEmpty()) {
            failures.keySet().retainAll(nodes.runElsewhere());
        }
        return Deployed.told(failures);
    }
}
