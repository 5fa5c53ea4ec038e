package org.bottega.sales;

import static org.bottega.sales.Estate.ADA;
import static org.bottega.sales.Estate.CHUNK;
import static org.bottega.sales.Estate.HERS;
import static org.bottega.sales.Estate.NAME;
import static org.bottega.sales.Estate.TAX;
import static org.bottega.sales.Estate.ZOE;
import static org.bottega.sales.Shop.ACME;
import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRAVO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.core.testing.Census;
import org.bottega.core.testing.TestData;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was somebody's is found in whatever table, taken out, and erased; nobody else's is. */
class PersonDataTest {

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("a buyer: nothing in any table tells of her any more, amounts and codes stay, others are untouched")
    void person(TestDatabase.Kind kind) throws Exception {
        try (Shop shop = new Shop(kind)) {
            Purchase hers = Estate.live(shop, ACME, ZOE, NAME, TAX);
            Purchase other = Estate.live(shop, ACME, ADA, "Zoë", "QF-1");
            Estate.live(shop, BRAVO, ZOE, NAME, TAX);
            Census census = new Census(shop.platform);
            newTable(kind, shop, hers);
            StoredFile file = Estate.file(shop, ACME, Estate.guests());
            DataDesk desk = new TestData(shop.platform).desk();
            Map<String, Long> before = census.rows(ACME);
            List<String> atBravo = census.where(BRAVO, HERS);
            List<String> ofOther = census.where(ACME, ADA);
            assertTrue(census.where(ACME, HERS).size() > 20, "there is much to erase");

            Report report = shop.acme(() -> desk.erasePerson("ZOE.quill@example.com"));

            List<String> left = census.where(ACME, HERS);
            left.removeIf(found -> found.startsWith("core_file_chunk"));
            assertEquals(List.of(), left);
            assertEquals(ofOther.size(), census.where(ACME, ADA).size(), "others stay");
            assertEquals(atBravo, census.where(BRAVO, HERS), "another marketplace's stay");
            assertEquals(List.of("so very sorry"), shop.book.of(other, "sales_refund_request", "remark"));
            kept(shop, hers, report);
            struck(shop, file);
            List.of("sales_purchase", "core_event", "core_audit")
                    .forEach(table -> assertTrue(census.rows(ACME).get(table) >= before.get(table), table));
            again(shop, desk);
        }
    }

    private static void kept(Shop shop, Purchase hers, Report report) {
        Purchase now = shop.now(hers);
        assertEquals(hers.price(), now.price());
        assertEquals(hers.transaction(), now.transaction());
        assertEquals(report.subject(), now.buyer().email());
        assertEquals(List.of("REVOKED"), shop.book.of(hers, "sales_access", "state"));
        assertTrue(report.lines().stream()
                .anyMatch(line -> line.what().equals("purchases") && line.count() == 1 && line.why() != null));
    }

    /** A table of a module that nobody has heard of. */
    private static void newTable(TestDatabase.Kind kind, Shop shop, Purchase hers) throws SQLException {
        try (Connection owner = shop.platform.database().owner();
                Statement run = owner.createStatement()) {
            run.execute(
                    "create table wishes_wish (tenant_id varchar(30) not null, id varchar(26) not null,"
                            + " who varchar(200) not null, wish varchar(500), constraint wishes_pk primary key (tenant_id, id))");
            if (kind == TestDatabase.Kind.POSTGRESQL) {
                run.execute("grant select, insert, update, delete on wishes_wish to public");
            }
            run.execute("insert into wishes_wish values ('acme', 'A', '" + NAME + "', 'about " + hers.transaction()
                    + " for " + NAME.toUpperCase(Locale.ROOT) + " <" + ZOE.toUpperCase(Locale.ROOT) + ">')");
        }
    }

    /** As long as it was, with a digest that fits; what is not hers stands as it stood. */
    private static void struck(Shop shop, StoredFile file) throws Exception {
        StoredFile now = shop.acme(() -> shop.platform.files().find(file.id()).orElseThrow());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.platform.as(ACME, () -> {
            shop.platform.files().read(file.id(), 0, now.length(), out);
            return null;
        });
        byte[] content = out.toByteArray();
        assertEquals(Estate.guests().length, content.length);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertEquals(sum, now.sha256());
        assertNotEquals(file.sha256(), now.sha256());
        String text = new String(content, StandardCharsets.UTF_8);
        String line = "1," + "x".repeat(ZOE.length()) + ',' + "x".repeat(NAME.length() + 1);
        assertTrue(text.contains(line + "\n2,azoe.quill@example.com,Ann\n" + NAME + '\n'), text.substring(CHUNK - 40));
    }

    private static void again(Shop shop, DataDesk desk) {
        assertEquals(0, shop.acme(() -> desk.erasePerson(ZOE)).rows(), "nothing is left to erase");
        Shop.refused("person-is-staff", () -> shop.acme(() -> desk.erasePerson("ANNA@example.com")));
        Shop.refused("email-invalid", () -> shop.acme(() -> desk.erasePerson("nobody")));
        Shop.refused("seller-confined", () -> shop.seller(ANNA, () -> desk.erasePerson(ZOE)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("a buyer's data are taken out: all that is hers, no address of others, no password")
    void personExport(TestDatabase.Kind kind) throws Exception {
        try (Shop shop = new Shop(kind)) {
            Purchase hers = Estate.live(shop, ACME, ZOE, NAME, TAX);
            Estate.live(shop, ACME, ADA, "Ada", null);
            DataDesk desk = new TestData(shop.platform).desk();
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            shop.platform.as(ACME, () -> desk.exportPerson(ZOE, zip));
            Map<String, String> files = Estate.unzip(zip.toByteArray());
            assertTrue(files.get("tables/sales_purchase.jsonl").contains(hers.transaction()));
            assertTrue(files.get("tables/sales_buyer.jsonl").contains(TAX));
            assertTrue(files.get("tables/sales_refund_request.jsonl").contains("so very ill"));
            assertTrue(files.get("tables/core_user.jsonl").contains(NAME));
            assertTrue(files.containsKey("tables/core_mail.jsonl"));
            String all = files.toString();
            assertFalse(all.contains(ADA) || all.contains("password_hash"), all);
        }
    }
}
