package org.bottega.sales.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bottega.api.Problem;
import org.bottega.api.spi.NotifyingGateway;
import org.bottega.api.spi.PaymentGateway;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The gateways that are there; they come and go while sales runs. */
@Component(service = Gateways.class, configurationPid = "org.bottega.sales")
@Designate(ocd = Gateways.Config.class)
public final class Gateways {

    /** Settings of sales. */
    @ObjectClassDefinition(name = "Bottega sales")
    public @interface Config {
        @AttributeDefinition(name = "Gateway", description = "Id of the payment gateway that charges new purchases")
        String gateway() default SandboxGateway.ID;
    }

    private static final int COME_AGAIN = 2;

    private final String chosen;
    private final Map<String, PaymentGateway> present = new ConcurrentHashMap<>();

    @Activate
    public Gateways(Config config) {
        chosen = config.gateway();
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
        return get(chosen);
    }

    /**
     * The gateway that a payment was made through.
     *
     * @throws Problem 503 {@code gateway-unavailable}
     */
    public PaymentGateway get(String id) {
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
     * @throws Problem 404 {@code gateway-not-found}
     */
    public NotifyingGateway notifying(String id) {
        if (present.get(id) instanceof NotifyingGateway gateway) {
            return gateway;
        }
        throw Problem.notFound("gateway", id);
    }
}
