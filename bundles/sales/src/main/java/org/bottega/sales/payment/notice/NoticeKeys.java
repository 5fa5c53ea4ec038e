package org.bottega.sales.payment.notice;

import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.api.SignedLinks;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.Gateways;
import org.bottega.sales.payment.store.NoticeKeyRepository;
import org.bottega.sales.payment.store.NoticeKeyRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The secrets by which gateways sign their notifications. They are derived from the tenant's own key, and so worthless at
 * another tenant; only a number is stored.
 */
@Component(service = NoticeKeys.class)
public final class NoticeKeys {

    private static final String PURPOSE = "sales.notifications";

    private final Platform platform;
    private final SignedLinks links;
    private final Gateways gateways;
    private final NoticeKeyRepository keys;

    @Activate
    public NoticeKeys(
            @Reference Platform platform,
            @Reference SignedLinks links,
            @Reference Gateways gateways,
            @Reference(target = "(unit=sales)") Store store) {
        this.platform = platform;
        this.links = links;
        this.gateways = gateways;
        this.keys = new NoticeKeyRepository(store);
    }

    /**
     * What to enter at a gateway.
     *
     * @param address where it sends its notifications
     * @param secret what it signs them with
     */
    public record Entry(String gateway, String address, String secret) {}

    /**
     * What to enter at a gateway.
     *
     * @throws Problem 403 {@code seller-confined}; 404 {@code gateway-not-found} when there is none that notifies;
     *     409 {@code tenant-not-sandbox}
     */
    public Entry entry(String gateway) {
        return platform.inUnit(() -> {
            admit(gateway);
            platform.journal().note("payments.secret.show", gateway, Map.of());
            return of(gateway);
        });
    }

    /**
     * The same with a new secret; the former one is worthless from now on.
     *
     * @throws Problem as above
     */
    public Entry renew(String gateway) {
        return platform.inUnit(() -> {
            admit(gateway);
            NoticeKeyRow row =
                    keys.lock(gateway).orElseGet(() -> keys.add(new NoticeKeyRow(platform.tenant(), gateway)));
            row.renew();
            platform.journal().note("payments.secret.renew", gateway, Map.of("generation", row.generation()));
            return of(gateway);
        });
    }

    /**
     * Refuses a gateway that does not notify the current tenant.
     *
     * @throws Problem 404 {@code gateway-not-found}; 409 {@code tenant-not-sandbox}
     */
    public void expect(String gateway) {
        gateways.notifying(gateway);
    }

    /** The secret of the current tenant. */
    public String secret(String gateway) {
        int generation = platform.inUnit(
                () -> keys.find(gateway).map(NoticeKeyRow::generation).orElse(1));
        String token = links.sign(PURPOSE, gateway + ':' + generation);
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private Entry of(String gateway) {
        String path = "/api/" + platform.tenant() + "/" + SalesModule.ID + "/payments/notifications/" + gateway;
        return new Entry(gateway, links.address(path), secret(gateway));
    }

    private void admit(String gateway) {
        refuseConfined();
        expect(gateway);
    }

    void refuseConfined() {
        if (platform.caller().seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "this is for those who work for the whole marketplace");
        }
    }
}
