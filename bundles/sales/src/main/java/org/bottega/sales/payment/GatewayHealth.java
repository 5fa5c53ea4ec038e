package org.bottega.sales.payment;

import java.util.List;
import java.util.Optional;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.api.spi.HealthCheck;
import org.bottega.sales.SalesModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Live marketplaces that have sales on and no gateway to sell through. */
@Component(service = HealthCheck.class, property = "ready:Boolean=false")
public final class GatewayHealth implements HealthCheck {

    private static final int NAMED = 20;

    private final Gateways gateways;
    private final Tenants tenants;
    private final Modules modules;

    @Activate
    public GatewayHealth(@Reference Gateways gateways, @Reference Tenants tenants, @Reference Modules modules) {
        this.gateways = gateways;
        this.tenants = tenants;
        this.modules = modules;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Optional<String> failure() {
        return gateways.lackForLive().flatMap(lack -> {
            List<String> stuck = tenants.list().stream()
                    .filter(tenant -> !tenant.sandbox() && modules.runs(tenant.id(), SalesModule.ID))
                    .map(Tenant::id)
                    .toList();
            return stuck.isEmpty() ? Optional.empty() : Optional.of(words(lack, stuck));
        });
    }

    private static String words(String lack, List<String> stuck) {
        String more = stuck.size() > NAMED ? " and " + (stuck.size() - NAMED) + " more" : "";
        return lack + "; these live marketplaces cannot sell: "
                + String.join(", ", stuck.subList(0, Math.min(NAMED, stuck.size()))) + more;
    }
}
