package org.bottega.sales;

import static org.bottega.sales.Estate.NAME;
import static org.bottega.sales.Estate.TAX;
import static org.bottega.sales.Estate.ZOE;
import static org.bottega.sales.Shop.ACME;
import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRAVO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bottega.api.Caller;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.core.testing.Census;
import org.bottega.core.testing.TestData;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that a marketplace has is taken out, and erased; nothing of another's is. */
class TenantDataTest {

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName(
            "a marketplace: exported whole, erased though it fails in the middle, nothing left, the other's all there")
    void tenant(TestDatabase.Kind kind) throws Exception {
        try (Shop shop = new Shop(kind)) {
            Estate.live(shop, ACME, ZOE, NAME, TAX);
            Estate.live(shop, BRAVO, ZOE, NAME, TAX);
            Estate.file(shop, ACME, Estate.guests());
            Census census = new Census(shop.platform);
            TestData data = new TestData(shop.platform);
            exported(shop, data.desk(), census.rows(ACME));
            refused(shop, data.desk());
            shop.platform.advance(Duration.ofSeconds(31));
            Map<String, Long> bravo = census.rows(BRAVO);

            assertTrue(fails(shop), "it was interrupted");
            Shop.refused(
                    "tenant-erasing", () -> shop.platform.callers().as(Caller.operator(null, "op"), () -> shop.platform
                            .tenants()
                            .resume(ACME)));
            List<String> told = new ArrayList<>();
            Report report = operator(shop, () -> data.desk().eraseTenant(ACME, ACME, told::add));

            assertTrue(report.rows() > 0 && !told.isEmpty());
            census.rows(ACME).forEach((table, rows) -> assertEquals(0, rows, table));
            assertEquals(bravo, census.rows(BRAVO));
            List<String> lines = operator(shop, () -> data.operations().newest(10)).stream()
                    .map(line -> line.action() + ' ' + line.subject() + ' ' + line.actor())
                    .toList();
            assertEquals(List.of("tenant.erase acme op", "tenant.erase-begin acme op", "tenant.export acme op"), lines);
        }
    }

    private static <T> T operator(Shop shop, java.util.function.Supplier<T> work) {
        return shop.platform.callers().as(Caller.operator(null, "op"), work::get);
    }

    /** After a few chunks the database is gone. */
    private static boolean fails(Shop shop) {
        DataDesk desk = new TestData(
                        shop.platform,
                        new FailingTables(shop.platform.database().tenantTables(), 12))
                .desk();
        try {
            operator(shop, () -> desk.eraseTenant(ACME, ACME, told -> {}));
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void refused(Shop shop, DataDesk desk) {
        Shop.refused("operator-only", () -> shop.seller(ANNA, () -> desk.eraseTenant(ACME, ACME, told -> {})));
        Shop.refused(
                "tenant-not-found", () -> operator(shop, () -> desk.eraseTenant("nowhere", "nowhere", told -> {})));
        Shop.refused("confirmation-missing", () -> operator(shop, () -> desk.eraseTenant(ACME, BRAVO, told -> {})));
        Shop.refused("tenant-not-suspended", () -> operator(shop, () -> desk.eraseTenant(ACME, ACME, told -> {})));
        operator(shop, () -> shop.platform.tenants().suspend(ACME, "ended"));
        Shop.refused("tenant-suspended-just-now", () -> operator(shop, () -> desk.eraseTenant(ACME, ACME, told -> {})));
    }

    private static void exported(Shop shop, DataDesk desk, Map<String, Long> rows) throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        shop.platform.callers().as(Caller.operator(null, "op"), () -> desk.exportTenant(ACME, zip, told -> {}));
        Map<String, String> files = Estate.unzip(zip.toByteArray());
        var manifest = new com.fasterxml.jackson.databind.ObjectMapper().readTree(files.get("manifest.json"));
        assertEquals(ACME, manifest.get("tenant").asText());
        for (var file : manifest.get("files")) {
            String name = file.get("file").asText();
            byte[] content = files.get(name).getBytes(StandardCharsets.UTF_8);
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertEquals(sum, file.get("sha256").asText(), name);
            if (name.startsWith("tables/")) {
                String table = name.replaceAll(".*/|\\.jsonl", "");
                assertEquals(rows.get(table), file.get("rows").asLong(), table);
                assertEquals(rows.get(table), files.get(name).lines().count(), table);
            }
        }
        rows.forEach((table, count) -> assertTrue(
                files.containsKey("tables/" + table + ".jsonl")
                        || files.keySet().stream().anyMatch(f -> f.startsWith("contents/" + table))
                        || count == 0,
                table));
        assertFalse(files.get("tables/core_user.jsonl").contains("password"), "no hashes of passwords");
    }
}
