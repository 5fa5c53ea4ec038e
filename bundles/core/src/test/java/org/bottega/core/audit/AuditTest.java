package org.bottega.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.AuditLog.Entry;
import org.bottega.api.platform.AuditLog.Filter;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditTest extends PlatformTest {

    private static void record(String tenant, String action, String subject) {
        platform.as(tenant, () -> platform.unitOfWork()
                .run(() -> platform.audit().record(action, subject, Map.of("n", 1, "at", Instant.EPOCH))));
    }

    private static Page<Entry> list(String tenant, String action, PageRequest request) {
        return platform.as(tenant, () -> platform.core().audit().list(action, request));
    }

    private static List<String> subjects(Page<Entry> page) {
        return page.items().stream().map(Entry::subject).toList();
    }

    @Test
    @DisplayName("pages hold every line once, the newest first")
    void pages() {
        platform.newTenant("page-a");
        List<String> expected = new ArrayList<>(List.of("page-a"));
        for (int i = 0; i < 4; i++) {
            record("page-a", "thing.change", "t" + i);
            expected.add(0, "t" + i);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<Entry> page = list("page-a", null, new PageRequest(2, cursor));
            seen.addAll(subjects(page));
            cursor = page.next();
            pages++;
        } while (cursor != null);
        assertEquals(expected, seen);
        assertEquals(3, pages);
    }

    @Test
    @DisplayName("an exact page has no next; filters narrow")
    void exact() {
        platform.newTenant("exact-a");
        record("exact-a", "thing.change", "t0");
        record("exact-a", "other.change", "t1");
        Page<Entry> page = list("exact-a", null, new PageRequest(3, null));
        assertEquals(List.of("t1", "t0", "exact-a"), subjects(page));
        assertEquals(null, page.next());
        assertEquals(List.of("t0"), subjects(list("exact-a", "thing.change", PageRequest.of(null, null))));
        assertEquals(
                "{\"at\":\"1970-01-01T00:00:00Z\",\"n\":1}", sorted(page.items().get(0)));
    }

    private static String sorted(Entry entry) {
        String[] members = entry.details().replaceAll("[{}]", "").split(",");
        Arrays.sort(members);
        return "{" + String.join(",", members) + "}";
    }

    @Test
    @DisplayName("a cursor is good for its own tenant and filter only")
    void cursors() {
        platform.newTenant("cursor-a");
        platform.newTenant("cursor-b");
        record("cursor-a", "thing.change", "t0");
        record("cursor-b", "thing.change", "t0");
        String cursor = list("cursor-a", null, new PageRequest(1, null)).next();
        assertEquals(
                "cursor-invalid",
                refused(() -> list("cursor-b", null, new PageRequest(1, cursor)))
                        .code());
        assertEquals(
                "cursor-invalid",
                refused(() -> list("cursor-a", "thing.change", new PageRequest(1, cursor)))
                        .code());
        assertEquals(
                "cursor-invalid",
                refused(() -> list("cursor-a", null, new PageRequest(1, "x"))).code());
    }

    @Test
    @DisplayName("action, thing, actor and time narrow; from is inside, to is outside")
    void filters() {
        platform.newTenant("filter-a");
        Instant first = platform.clock().instant();
        record("filter-a", "thing.change", "t0");
        platform.advance(Duration.ofHours(1));
        Instant second = platform.clock().instant();
        record("filter-a", "thing.change", "t1");
        record("filter-a", "other.change", "t1");
        assertEquals(List.of("t1", "t1"), filtered(new Filter(null, "t1", null, null, null)));
        assertEquals(List.of("t1"), filtered(new Filter("thing.change", "t1", null, null, null)));
        assertEquals(
                List.of("t1", "t1", "t0"),
                filtered(new Filter(null, null, "test", first, null)).subList(0, 3));
        assertEquals(List.of(), filtered(new Filter(null, null, "nobody", null, null)));
        assertEquals(List.of("t1", "t1"), filtered(new Filter(null, null, null, second, null)));
        assertEquals(List.of(), filtered(new Filter(null, null, null, second.plusMillis(1), null)));
        assertEquals(List.of("t0"), filtered(new Filter("thing.change", null, null, null, second)));
        assertEquals(List.of("t1", "t0"), filtered(new Filter("thing.change", null, null, null, second.plusMillis(1))));
    }

    private static List<String> filtered(Filter filter) {
        return subjects(
                platform.as("filter-a", () -> platform.core().audit().find(filter, PageRequest.of(null, null))));
    }

    @Test
    @DisplayName("each marketplace has its own lines, each seller's people see theirs only")
    void confined() {
        platform.newTenant("own-a");
        platform.newTenant("own-b");
        platform.newSeller("own-a", "anna");
        platform.newSeller("own-a", "bruno");
        platform.asSeller("own-a", "anna", () -> platform.unitOfWork()
                .run(() -> platform.audit().record("thing.change", "hers", Map.of())));
        assertEquals(List.of("own-b"), subjects(list("own-b", null, PageRequest.of(null, null))));
        assertEquals(List.of("hers"), subjects(platform.asSeller("own-a", "anna", () -> platform.core()
                .audit()
                .list(null, PageRequest.of(null, null)))));
        assertEquals(List.of(), subjects(platform.asSeller("own-a", "bruno", () -> platform.core()
                .audit()
                .list(null, PageRequest.of(null, null)))));
    }

    @Test
    @DisplayName("a line is written with its change or not at all")
    void together() {
        platform.newTenant("unit-a");
        assertThrows(
                IllegalStateException.class,
                () -> platform.as("unit-a", () -> platform.audit().record("thing.change", "t", Map.of())));
        assertThrows(
                ArithmeticException.class,
                () -> platform.as("unit-a", () -> platform.unitOfWork().run(() -> {
                    platform.audit().record("thing.change", "t", Map.of());
                    throw new ArithmeticException();
                })));
        assertEquals(List.of("unit-a"), subjects(list("unit-a", null, PageRequest.of(null, null))));
    }
}
