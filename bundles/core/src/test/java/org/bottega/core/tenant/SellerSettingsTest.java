package org.bottega.core.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Seller;
import org.bottega.api.SellerChanged;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SellerSettingsTest extends PlatformTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    /** Remembers what it hears. */
    private static final class Ears implements DomainEventListener<SellerChanged> {
        private final List<SellerChanged> heard = new ArrayList<>();

        @Override
        public String id() {
            return "core.ears";
        }

        @Override
        public String module() {
            return "core";
        }

        @Override
        public Class<SellerChanged> type() {
            return SellerChanged.class;
        }

        @Override
        public void on(SellerChanged event, Instant at) {
            heard.add(event);
        }
    }

    private static int tenants;
    private static TestPlatform listening;
    private static Ears ears;
    private String a;

    @BeforeEach
    void tenant() {
        tenants++;
        if (listening != platform) {
            ears = new Ears();
            platform.listen(ears);
            listening = platform;
        }
        platform.drain();
        ears.heard.clear();
        a = "settings-" + tenants;
        platform.newTenant(a);
        platform.newSeller(a, "anna");
        platform.newSeller(a, "bruno");
    }

    private Seller change(Caller caller, String id, ZoneId zone, String email) {
        return platform.callers().as(caller, () -> platform.sellers().change(id, zone, email, Locale.ITALIAN));
    }

    private Caller of(String seller) {
        return new Caller(a, Caller.Kind.STAFF, "ann", seller, null, Set.of("core:sellers"), "r");
    }

    @Test
    @DisplayName("ACC-19 ACC-20 D17 a seller sets zone and support address; others hear of the old and the new zone")
    void change() {
        Seller changed = change(of("anna"), "anna", LIMA, "help@anna.example");
        assertEquals(LIMA, changed.zone());
        assertEquals(
                changed, platform.as(a, () -> platform.sellers().find("anna")).orElseThrow());
        assertEquals("anna@example.com", changed.email());
        platform.drain();
        assertEquals(
                List.of(new SellerChanged("anna", "Europe/Rome", "America/Lima", "help@anna.example", "it")),
                ears.heard);
        change(of("anna"), "anna", LIMA, "help@anna.example");
        platform.drain();
        assertEquals(1, ears.heard.size());
        assertNull(change(of(null), "anna", ROME, null).supportEmail());
        var audit = platform.as(a, () -> platform.core().audit().list("seller.change", PageRequest.of(null, null)));
        assertEquals(2, audit.items().size());
    }

    @Test
    @DisplayName("another seller, a wrong address and no zone are refused, and nothing changes")
    void refusals() {
        assertEquals(
                "seller-not-found",
                refused(() -> change(of("anna"), "bruno", LIMA, null)).code());
        assertEquals(
                "email-invalid",
                refused(() -> change(of("anna"), "anna", LIMA, "x")).code());
        assertEquals(
                "zone-unknown",
                refused(() -> change(of("anna"), "anna", ZoneId.of("+02:00"), null))
                        .code());
        platform.drain();
        assertEquals(List.of(), ears.heard);
        assertEquals(
                ROME,
                platform.as(a, () -> platform.sellers().find("anna"))
                        .orElseThrow()
                        .zone());
    }

    @Test
    @DisplayName("sellers and clients are listed in pages, confined to the caller's seller")
    void pages() {
        var first = platform.as(a, () -> platform.sellers().list(new PageRequest(1, null)));
        var second = platform.as(a, () -> platform.sellers().list(new PageRequest(1, first.next())));
        assertEquals("anna", first.items().get(0).id());
        assertEquals("bruno", second.items().get(0).id());
        assertNull(second.next());
        assertEquals(
                1,
                platform.callers()
                        .as(of("bruno"), () -> platform.sellers().list(PageRequest.of(null, null)))
                        .items()
                        .size());
        assertEquals(
                "cursor-invalid",
                refused(() -> platform.callers()
                                .as(of("bruno"), () -> platform.sellers().list(new PageRequest(1, first.next()))))
                        .code());
    }
}
