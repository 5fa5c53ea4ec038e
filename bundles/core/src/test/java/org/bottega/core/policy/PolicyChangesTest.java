package org.bottega.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    @DisplayName("of those who set the same version at once one succeeds, the first time and later")
    void race() throws Exception {
        for (long version = 0; version < 4; version++) {
            long seen = version;
            CountDownLatch start = new CountDownLatch(1);
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                int days = (int) seen * 4 + i;
                all.add(CompletableFuture.supplyAsync(() -> outcome(start, days, seen)));
            }
            start.countDown();
            List<String> outcomes = new ArrayList<>();
            for (CompletableFuture<String> one : all) {
                outcomes.add(one.get(30, TimeUnit.SECONDS));
            }
            outcomes.sort(null);
            assertEquals(List.of("policy-changed", "policy-changed", "policy-changed", "set"), outcomes);
        }
        assertEquals(4, versions(a, PageRequest.of(10, null)).items().size());
    }

    private String outcome(CountDownLatch start, int days, long seen) {
        try {
            start.await();
            set(null, Map.of("days", days), seen);
            return "set";
        } catch (Problem problem) {
            return problem.code();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
