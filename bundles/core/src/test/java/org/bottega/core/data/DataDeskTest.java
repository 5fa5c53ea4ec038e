package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.bottega.api.platform.DataDesk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who may take out and erase what. */
class DataDeskTest extends PersonFixture {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private List<Executable> all(DataDesk desk, String email) {
        return List.of(
                () -> desk.checkPerson(email), () -> desk.exportPerson(email, out), () -> desk.erasePerson(email));
    }

    private List<Executable> marketplace(DataDesk desk, String tenant) {
        return List.of(
                () -> desk.exportTenant(tenant, out, told -> {}), () -> desk.eraseTenant(tenant, tenant, told -> {}));
    }

    @Test
    @DisplayName("nothing is done inside a unit of work")
    void unit() {
        live(a);
        List<String> before = all(a);
        for (Executable work : all(desk(), ZOE)) {
            platform.as(a, () -> platform.unitOfWork().run(() -> assertThrows(IllegalStateException.class, work)));
        }
        for (Executable work : marketplace(desk(), a)) {
            operator(() -> {
                platform.unitOfWork().run(() -> assertThrows(IllegalStateException.class, work));
                return null;
            });
        }
        assertEquals(before, all(a));
        assertEquals(0, out.size());
    }

    @Test
    @DisplayName("a person's data are not for the people of one seller, and not under what is no address")
    void person() {
        live(a);
        List<String> before = all(a);
        platform.newSeller(a, "anna");
        for (Executable work : all(desk(), ZOE)) {
            platform.asSeller(
                    a,
                    "anna",
                    () -> assertEquals("seller-confined", refused(work).code()));
        }
        for (Executable work : all(desk(), "zoe")) {
            platform.as(a, () -> assertEquals("email-invalid", refused(work).code()));
        }
        before.add("seller: anna|anna@example.com|null");
        assertEquals(before, all(a));
        assertEquals(0, out.size());
    }

    @Test
    @DisplayName("a marketplace is the operator's alone, is there, and is confirmed")
    void marketplace() {
        platform.newSeller(a, "anna");
        for (Executable work : marketplace(desk(), a)) {
            platform.asSeller(
                    a, "anna", () -> assertEquals("operator-only", refused(work).code()));
        }
        for (Executable work : marketplace(desk(), "nowhere")) {
            operator(() -> {
                assertEquals("tenant-not-found", refused(work).code());
                return null;
            });
        }
        for (String confirmed : new String[] {null, b, a + ' '}) {
            assertEquals(
                    "confirmation-missing",
                    refused(() -> operator(() -> desk().eraseTenant(a, confirmed, told -> {})))
                            .code());
        }
        assertEquals(0, out.size());
    }
}
