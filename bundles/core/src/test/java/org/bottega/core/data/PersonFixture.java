package org.bottega.core.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.platform.DataDesk;
import org.bottega.core.testing.TestData;
import org.bottega.persistence.TenantTables;

/** What Zoë and Ada leave behind at a marketplace. */
abstract class PersonFixture extends DataFixture {

    static final Instant JOINED = Instant.parse("2026-03-01T10:20:30.456Z");
    static final String ACCOUNT_NAME = "Zoe from the account";
    static final String NOTE = "{\"to\":\"ZOE@example.com\",\"cc\":\"" + ADA + "\",\"by\":\"" + NAME + "\",\"n\":1}";
    static final List<String> LOOKED_AT = List.of(
            "id, email, name, tax_id, code, joined, version from wishes_person",
            "id, person_id, old_email from wishes_former",
            "id, person_id, who, title, words, seen, cents from wishes_wish",
            "id, taker, picture, secret_word from wishes_photo",
            "album, part, content from wishes_part",
            "id, email, name from core_user",
            "user_id, family from core_user_token",
            "email, name, kind from core_reset_link",
            "email, name from core_reset_ask",
            "to_address, subject, body from core_mail",
            "id, email, support_email from core_seller");

    static void live(String tenant) {
        insert(tenant, "wishes_person", "P1", ZOE, NAME, TAX, "C1", JOINED, 3);
        insert(tenant, "wishes_person", "P2", ADA, "Ada", "QF-2", "C2", null, 1);
        insert(tenant, "wishes_former", "F1", "P1", OLD);
        insert(tenant, "wishes_former", "F2", "P2", "ada.old@example.com");
        insert(tenant, "wishes_wish", "W1", "P1", "zoË o'quill", "for " + NAME + " of P1", NOTE, true, 1250);
        insert(tenant, "wishes_wish", "W2", "P2", NAME, "as " + NAME + " said", "azoe@example.com", false, 7);
        insert(tenant, "wishes_wish", "W3", null, null, TAX + "x, " + TAX, ADA, null, null);
        insert(tenant, "wishes_wish", "W4", "P1", "Someone", "quite another", "$1 \\ \"", false, 0);
        insert(tenant, "wishes_wish", "W5", null, null, "ZOE's", OLD.toUpperCase(Locale.ROOT), null, null);
        insert(tenant, "wishes_photo", "A", ZOE, utf8("by " + NAME + " " + ZOE), "open");
        insert(tenant, "wishes_photo", "B", ADA, utf8("\u0000with " + ZOE), null);
        insert(tenant, "wishes_photo", "C", null, null, null);
        account(tenant);
        mail(tenant, "M1", "Zoe@Example.com", "Hello " + NAME, "yours");
        mail(tenant, "M2", OLD, "Hello", "again");
        mail(tenant, "M3", ADA, "About", ACCOUNT_NAME + " <" + ZOE + "> and " + NAME);
        mail(tenant, "M4", ADA, "Not about", NAME + " azoe@example.com");
    }

    private static void account(String tenant) {
        Instant now = platform.clock().instant();
        user(tenant, "U1", "BUYER", ZOE, ACCOUNT_NAME);
        user(tenant, "U2", "BUYER", ADA, "Ada");
        user(tenant, "U3", "BUYER", OLD.toLowerCase(Locale.ROOT), null);
        for (String id : List.of("U1", "U2")) {
            insert(tenant, "core_user_token", "T" + id, id, "F" + id, true, null, now, now, null, null, 0, null);
        }
        link(tenant, "L1", "BUYER", ZOE, "Zed");
        link(tenant, "L2", "BUYER", ADA, "Ada");
        insert(tenant, "core_reset_ask", "K1", now, true, "ZOE@example.com", "Zet", "en", null, 0, null);
        insert(tenant, "core_reset_ask", "K2", now, true, ADA, "Ada", "en", null, 0, null);
    }

    static void user(String tenant, String id, String kind, String email, String name) {
        Instant now = platform.clock().instant();
        insert(tenant, "core_user", id, kind, email, email, name, null, null, "en", "hash", now, null);
    }

    static void link(String tenant, String id, String kind, String email, String name) {
        Instant now = platform.clock().instant();
        insert(tenant, "core_reset_link", id, kind, email, email, false, name, "en", now, null, 0, null);
    }

    static void mail(String tenant, String id, String to, String subject, String body) {
        Instant now = platform.clock().instant();
        insert(tenant, "core_mail", id, to, subject, body, "t", "en", null, "SENT", 1, null, 0, null, now, now, now);
    }

    /** All that was written by {@link #live} and what stands there now, and the actions of the audit. */
    static List<String> all(String tenant) {
        List<String> all = new ArrayList<>();
        for (String look : LOOKED_AT) {
            String[] parts = look.split(" from ");
            rows(tenant, parts[0], parts[1])
                    .forEach(row -> all.add(parts[1].substring(parts[1].indexOf('_') + 1) + ": " + row));
        }
        return all;
    }

    static void note(String tenant, String subject, Map<String, ?> details) {
        platform.as(
                tenant, () -> platform.unitOfWork().run(() -> platform.audit().record("note", subject, details)));
    }

    /** Of the tables that {@link #live} writes into, so that it is quickly done. */
    static DataDesk shortDesk(Broken unit) {
        TenantTables tables = new SomeTables(
                platform.database().tenantTables(),
                name -> name.startsWith("wishes_") || name.matches("core_(user.*|reset.*|mail|seller|file.*)"));
        return new TestData(platform, tables, unit).desk();
    }
}
