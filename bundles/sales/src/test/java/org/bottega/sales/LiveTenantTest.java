package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Supplier;
import org.bottega.api.Problem;
import org.bottega.sales.payment.GatewayHealth;
import org.bottega.sales.payment.Gateways;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Test cards are no money where money counts. */
class LiveTenantTest {

    private static final String LIVE = "livemart";
    private static final String ID = SandboxGateway.ID;

    private static final Shop SHOP = open();

    private static Shop open() {
        Shop shop = Shop.shared();
        shop.platform.newTenant(LIVE);
        shop.platform.newSeller(LIVE, Shop.ANNA);
        shop.platform.enable(LIVE, SalesModule.ID);
        return shop;
    }

    private static <T> T live(Supplier<T> work) {
        return SHOP.platform.as(LIVE, work::get);
    }

    private static Gateways gateways(String chosen) {
        return new Gateways(SHOP.services, SHOP.platform.tenants(), PaymentShop.config(chosen));
    }

    @Test
    @DisplayName("without a gateway that moves money a live tenant sells nothing, by a test card neither")
    void noSale() {
        Offer offer = live(() -> SHOP.offer(Shop.ANNA, 1250));
        Problem refusal = refused("gateway-unavailable", () -> live(() -> SHOP.sell(offer, TestCard.APPROVED)));
        assertEquals(503, refusal.kind().status());
        assertTrue(refusal.getMessage().contains("no gateway that moves money"), refusal.getMessage());
        assertTrue(live(() -> SHOP.services.inUnit(
                () -> SHOP.store.buyers().byEmail("ada@example.com").isEmpty())));
    }

    @Test
    @DisplayName("the sandbox's operations and its notices are refused to a live tenant, before anything is looked up")
    void noSandbox() {
        refused("tenant-not-sandbox", () -> live(() -> SHOP.payments.sandbox.choose("HP0", Choice.PAID)));
        refused("tenant-not-sandbox", () -> live(() -> SHOP.payments.notices.take(ID, Map.of(), new byte[0])));
        refused("tenant-not-sandbox", () -> live(() -> SHOP.payments.keys.entry(ID)));
        refused("tenant-not-sandbox", () -> live(() -> SHOP.payments.keys.renew(ID)));
        refused("gateway-unavailable", () -> live(() -> SHOP.gateways.get(ID)));
        assertFalse(SHOP.acme(() -> SHOP.payments.keys.entry(ID)).secret().isEmpty());
    }

    @Test
    @DisplayName(
            "a live tenant sells through the configured gateway, a sandbox through the sandbox gateway all the same")
    void both() {
        Gateways both = gateways(" bank ");
        ApprovingGateway bank = new ApprovingGateway("bank");
        both.add(bank);
        both.add(SHOP.gateway);
        assertSame(bank, live(both::forSale));
        assertSame(SHOP.gateway, SHOP.acme(both::forSale));
        both.remove(bank);
        Problem away = refused("gateway-unavailable", () -> live(both::forSale));
        assertTrue(away.getMessage().contains("bank is away"), away.getMessage());
        assertSame(SHOP.gateway, SHOP.acme(both::forSale));
    }

    @Test
    @DisplayName("the sandbox gateway, named as the gateway of live tenants, is none")
    void named() {
        Gateways named = gateways(ID);
        named.add(SHOP.gateway);
        refused("gateway-unavailable", () -> live(named::forSale));
        assertSame(SHOP.gateway, SHOP.acme(named::forSale));
    }

    @Test
    @DisplayName("health:check names the live tenants that cannot sell, and no sandbox")
    void health() {
        GatewayHealth lacking = new GatewayHealth(SHOP.gateways, SHOP.platform.tenants(), SHOP.platform.modules());
        String words = lacking.failure().orElseThrow();
        assertTrue(words.contains("no gateway that moves money") && words.contains(LIVE), words);
        assertFalse(words.contains(Shop.ACME) || words.contains(Shop.BRAVO), words);
        Gateways good = gateways("bank");
        good.add(new ApprovingGateway("bank"));
        assertTrue(new GatewayHealth(good, SHOP.platform.tenants(), SHOP.platform.modules())
                .failure()
                .isEmpty());
    }
}
