package org.bottega.core.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SellersTest extends PlatformTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static Seller seller(String id, String email, String supportEmail) {
        return new Seller(id, "Anna", email, supportEmail, ROME, Locale.ITALIAN);
    }

    private static List<String> ids(List<Seller> sellers) {
        return sellers.stream().map(Seller::id).toList();
    }

    @Test
    @DisplayName("ACC-19 ACC-20 a seller has a zone of its own and a support address beside the account's")
    void keeps() {
        platform.newTenant("keep-a");
        Seller anna = seller("anna", "anna@example.com", "help@example.com");
        assertEquals(anna, platform.as("keep-a", () -> platform.sellers().create(anna)));
        assertEquals(Optional.of(anna), platform.as("keep-a", () -> platform.sellers()
                .find("anna")));
        Seller bruno = seller("bruno", "bruno@example.com", null);
        platform.as("keep-a", () -> platform.sellers().create(bruno));
        assertEquals(List.of(anna, bruno), platform.as("keep-a", () -> platform.sellers()
                .list()));
        var line = platform.as("keep-a", () -> platform.core().audit().list("seller.create", PageRequest.of(1, null)));
        assertEquals("bruno", line.items().get(0).subject());
    }

    @Test
    @DisplayName("two marketplaces may have sellers of the same id, and never see each other's")
    void tenants() {
        platform.newTenant("two-a");
        platform.newTenant("two-b");
        platform.newSeller("two-a", "anna");
        platform.newSeller("two-a", "only-a");
        platform.newSeller("two-b", "anna");
        assertTrue(platform.as("two-b", () -> platform.sellers().find("only-a")).isEmpty());
        assertEquals(List.of("anna"), ids(platform.as("two-b", () -> platform.sellers()
                .list())));
        assertEquals(List.of("anna", "only-a"), ids(platform.as("two-a", () -> platform.sellers()
                .list())));
    }

    @Test
    @DisplayName("who is confined to one seller sees that one only, and adds none")
    void confined() {
        platform.newTenant("conf-a");
        platform.newSeller("conf-a", "anna");
        platform.newSeller("conf-a", "bruno");
        assertEquals(List.of("bruno"), ids(platform.asSeller("conf-a", "bruno", () -> platform.sellers()
                .list())));
        assertTrue(platform.asSeller("conf-a", "bruno", () -> platform.sellers().find("anna"))
                .isEmpty());
        assertTrue(platform.asSeller("conf-a", "bruno", () -> platform.sellers().find("bruno"))
                .isPresent());
        assertEquals(
                "seller-confined",
                refused(() -> platform.asSeller("conf-a", "bruno", () -> platform.sellers()
                                .create(seller("carla", "c@example.com", null))))
                        .code());
    }

    @Test
    @DisplayName("an id is taken once within a marketplace, and what is wrong is named")
    void refusals() {
        platform.newTenant("ref-a");
        platform.newSeller("ref-a", "anna");
        assertEquals("seller-exists", code(seller("anna", "a@example.com", null)));
        assertEquals("slug-invalid", code(seller("Anna", "a@example.com", null)));
        assertEquals("email-invalid", code(seller("bruno", "no address", null)));
        assertEquals("email-invalid", code(seller("bruno", "a@b", null)));
        assertEquals(
                "supportEmail",
                refused(() -> platform.as(
                                "ref-a", () -> platform.sellers().create(seller("bruno", "a@example.com", "nobody"))))
                        .errors()
                        .get(0)
                        .field());
        assertEquals(List.of("anna"), ids(platform.as("ref-a", () -> platform.sellers()
                .list())));
    }

    private static String code(Seller seller) {
        return refused(() -> platform.as("ref-a", () -> platform.sellers().create(seller)))
                .code();
    }

    @Test
    @DisplayName("what is rolled back was never there, not even in memory")
    void rolledBack() {
        platform.newTenant("roll-a");
        String code = refused(
                        () -> platform.as("roll-a", () -> platform.unitOfWork().run(() -> {
                            platform.newSeller("roll-a", "ghost");
                            assertTrue(platform.sellers().find("ghost").isPresent());
                            throw Problem.conflict("stop", "stop");
                        })))
                .code();
        assertEquals("stop", code);
        assertTrue(platform.as("roll-a", () -> platform.sellers().find("ghost")).isEmpty());
    }
}
