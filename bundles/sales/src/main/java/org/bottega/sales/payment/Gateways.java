package org.bottega.sales.payment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.api.spi.NotifyingGateway;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.sales.Platform;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The gateways that are there; they come and go while sales runs. A sandbox tenant is served by the sandbox gateway and a live
 * one by the configured gateway, never the other way round: test cards are no money, and money is nothing to try out with.
 */
@Component(service = Gateways.class, configurationPid = "org.bottega.sales")
@Designate(ocd = Gateways.Config.class)
public final class Gateways {

    /** Settings of sales. */
    @ObjectClassDefinition(name = "Bottega sales")
    public @interface Config {
        @AttributeDefinition(
                name = "Gateway",
                description =
                        "Id of the payment gateway that charges new purchases of live tenants; empty: there is none")
        String gateway() default "";
    }

    private static final int COME_AGAIN = 2;

    private final Platform platform;
    private final Tenants tenants;
    private final String chosen;
    private final Map<String, PaymentGateway> present = new ConcurrentHashMap<>();

    @Activate
    public Gateways(@Reference Platform platform, @Reference Tenants tenants, Config config) {
        this.platform = platform;
        this.tenants = tenants;
        chosen = config.gateway().strip();
    }

    @Reference(name = "gateway", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PaymentGateway gateway) {
        present.put(gateway.id(), gateway);
    }

    public void remove(PaymentGateway gateway) {
        present.remove(gateway.id(), gateway);
    }

    /**
     * The gateway for a new purchase.
     *
     * @throws Problem 503 {@code gateway-unavailable}
     */
    public PaymentGateway forSale() {
        return get(isSandbox() ? SandboxGateway.ID : chosen);
    }

    /** Why live tenants cannot sell, in words for the operator, or empty. */
    Optional<String> lackForLive() {
        if (isNone(chosen)) {
            return Optional.of("no gateway that moves money is configured");
        }
        return present.containsKey(chosen)
                ? Optional.empty()
                : Optional.of("the payment gateway " + chosen + " is away");
    }

    /**
     * The gateway that a payment was made through.
     *
     * @throws Problem 503 {@code gateway-unavailable}
     */
    public PaymentGateway get(String id) {
        if (isNone(id) && !isSandbox()) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "gateway-unavailable",
                    "no gateway that moves money is configured for this marketplace, and the sandbox gateway serves"
                            + " sandbox marketplaces only; nothing was done");
        }
        PaymentGateway gateway = present.get(id);
        if (gateway == null) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "gateway-unavailable", "the payment gateway " + id + " is away")
                    .retryAfter(COME_AGAIN);
        }
        return gateway;
    }

    /**
     * The gateway that tells by itself what becomes of payments.
     *
     * @throws Problem 404 {@code gateway-not-found}; 409 {@code tenant-not-sandbox} when a live tenant asks for the sandbox
     */
    public NotifyingGateway notifying(String id) {
        if (SandboxGateway.ID.equals(id) && !isSandbox()) {
            throw Problem.conflict(
                    "tenant-not-sandbox",
                    "this is a live marketplace; the sandbox gateway serves sandbox marketplaces only");
        }
        if (present.get(id) instanceof NotifyingGateway gateway) {
            return gateway;
        }
        throw Problem.notFound("gateway", id);
    }

    private static boolean isNone(String id) {
        return id.isEmpty() || id.equals(SandboxGateway.ID);
    }

    private boolean isSandbox() {
        return tenants.find(platform.tenant()).map(Tenant::sandbox).orElse(false);
    }
}
