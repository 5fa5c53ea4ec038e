package org.bottega.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bottega.api.Caller;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.PolicyChanged;
import org.bottega.api.Problem;
import org.bottega.api.platform.PolicyDesk.Version;
import org.bottega.api.spi.DomainEventListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyChangesTest extends PolicyFixture {

    @Test
    @DisplayName("whoever has seen another version is refused")
    void versions() {
        assertEquals(
                "policy-changed",
                refused(() -> set(null, Map.of("days", 1), 1L)).code());
        set(null, Map.of("days", 1), 0L);
        Problem late = refused(() -> set(null, Map.of("days", 2), 0L));
        assertEquals("policy-changed", late.code());
        assertEquals(1L, late.members().get("version"));
        assertEquals(1, set(null, Map.of("days", 1), 1L).version(), "the same again is no change");
        assertEquals(
                "policy-changed",
                refused(() -> platform.as(a, () -> desk().reset(ID, null, 0L))).code());
    }

    @Test
    @DisplayName("set back, it is as at first, but for the version; every change is kept and can be paged")
    void history() {
        set(null, Map.of("days", 1), null);
        set(null, Map.of("greeting", "Ciao"), null);
        assertEquals(3, platform.as(a, () -> desk().reset(ID, null, 2L)).version());
        assertEquals(Patience.INITIAL, read(a, null));
        Page<Version> page = versions(a, PageRequest.of(2, null));
        assertEquals(List.of(Map.of(), Map.of("days", 1, "greeting", "Ciao")), values(page));
        assertEquals(List.of(Map.of("days", 1)), values(versions(a, PageRequest.of(2, page.next()))));
        assertNull(versions(a, PageRequest.of(2, page.next())).next());
        assertEquals(List.of(), versions(b, PageRequest.of(2, null)).items());
        assertEquals(
                "cursor-invalid",
                refused(() -> versions(b, PageRequest.of(2, page.next()))).code());
        assertEquals(
                List.of("policy.reset", "policy.set", "policy.set"),
                platform.as(a, () -> platform.core().audit().list(null, PageRequest.of(3, null))).items().stream()
                        .map(line -> line.action())
                        .toList());
    }

    private static Page<Version> versions(String tenant, PageRequest page) {
        return platform.as(tenant, () -> desk().versions(ID, null, page));
    }

    private static List<Map<String, Object>> values(Page<Version> page) {
        return page.items().stream().map(Version::values).toList();
    }

    @Test
    @DisplayName("a change shows at once inside its unit of work, and is gone when that fails")
    void undone() {
        assertEquals(Patience.INITIAL, read(a, null));
        refused(() -> platform.as(a, () -> platform.unitOfWork().run(() -> {
            desk().set(ID, null, Map.of("days", 7), null);
            assertEquals(7, platform.policies().get(Patience.TYPE).days());
            throw Problem.conflict("no", "no");
        })));
        assertEquals(40, read(a, null).days());
    }

    @Test
    @DisplayName("a change is told as an event; buyers read policies; one confined to a seller changes none")
    void toldAndReached() {
        List<PolicyChanged> heard = new ArrayList<>();
        platform.listen(listener(heard));
        set(null, Map.of("days", 2), null);
        set("P1", Map.of("days", 3), null);
        platform.drain();
        assertEquals(List.of(new PolicyChanged(ID, null, 1), new PolicyChanged(ID, "P1", 1)), heard);
        assertEquals(
                2,
                platform.asBuyer(a, "b@x.example", () -> platform.policies().get(Patience.TYPE))
                        .days());
        platform.newSeller(a, "anna");
        assertEquals(
                "seller-confined",
                refused(() -> platform.asSeller(a, "anna", () -> desk().set(ID, null, Map.of("days", 9), null)))
                        .code());
        assertEquals(
                "seller-confined",
                refused(() -> platform.asSeller(a, "anna", () -> desk().reset(ID, null, null)))
                        .code());
        Caller nobody = Caller.operator(null, "test");
        assertEquals(
                40,
                platform.callers()
                        .as(nobody, () -> platform.policies().get(Patience.TYPE))
                        .days());
    }

    private DomainEventListener<PolicyChanged> listener(List<PolicyChanged> heard) {
        return new DomainEventListener<>() {
            @Override
            public String id() {
                return "core.hear" + a;
            }

            @Override
            public String module() {
                return "core";
            }

            @Override
            public Class<PolicyChanged> type() {
                return PolicyChanged.class;
            }

            @Override
            public void on(PolicyChanged event, java.time.Instant at) {
                heard.add(event);
            }
        };
    }
}
