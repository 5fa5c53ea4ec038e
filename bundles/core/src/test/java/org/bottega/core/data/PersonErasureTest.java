package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.core.testing.Census;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was somebody's is erased in whatever table, to the letter. */
class PersonErasureTest extends PersonFixture {

    private static final String REASON = "somebody may still fulfil them";

    /** What stands there afterwards, for {@code P} as pseudonym. */
    static List<String> left(String p) {
        String second = p.replace("@", "-2@");
        return List.of(
                "person: P1|" + p + "|null|erased|C1|$joined|4",
                "person: P2|ada@example.com|Ada|QF-2|C2|null|1",
                "former: F1|P1|" + second,
                "former: F2|P2|ada.old@example.com",
                "wish: W1|P1|null|for erased of P1|{\"to\":\"" + p + "\",\"cc\":\"" + ADA
                        + "\",\"by\":\"erased\",\"n\":1}|true|1250",
                "wish: W2|P2|" + NAME + "|as " + NAME + " said|azoe@example.com|false|7",
                "wish: W3|null|null|" + TAX + "x, erased|" + ADA + "|null|null",
                "wish: W4|P1|Someone|quite another|$1 \\ \"|false|0",
                "wish: W5|null|null|ZOE's|" + second + "|null|null",
                "photo: A|" + p + "|by xxxxxxxxxxxx xxxxxxxxxxxxxxx|open",
                "photo: B|ada@example.com|\u0000with xxxxxxxxxxxxxxx|null",
                "photo: C|null|null|null",
                "user: U2|ada@example.com|Ada",
                "user_token: U2|FU2",
                "reset_link: ada@example.com|Ada|BUYER",
                "reset_ask: ada@example.com|Ada",
                "mail: ada@example.com|About|erased <" + p + "> and erased",
                "mail: ada@example.com|Not about|" + NAME + " azoe@example.com");
    }

    static String plain(String row) {
        return row.replaceAll("\\|2026-03-01 \\d\\d:\\d\\d:30\\.456\\|", "|\\$joined|")
                .replace("|t|", "|true|")
                .replace("|f|", "|false|");
    }

    @Test
    @DisplayName("a buyer: exact rows and counts, once; another's and another marketplace's rows are untouched")
    void erased() {
        live(a);
        live(b);
        note(a, TAX, Map.of("of", NAME));
        note(a, "Ada", Map.of("of", NAME));
        List<String> other = all(b);
        Report report = platform.as(a, () -> desk().erasePerson("ZOE@example.com"));
        assertTrue(report.subject().matches("erased-[0-9a-z]{26}@erased\\.invalid"), report.subject());
        assertEquals(
                left(report.subject()),
                all(a).stream().map(PersonErasureTest::plain).toList());
        assertEquals(other, all(b));
        List<Line> lines = List.of(
                new Line("core", "accounts, their links and tokens", 5, null),
                new Line("core", "core_audit", 1, null),
                new Line("core", "core_mail", 1, null),
                new Line("core", "mails to this address", 2, null),
                new Line("wishes", "wishes_former", 1, null),
                new Line("wishes", "wishes_person", 1, null),
                new Line("wishes", "wishes_photo", 2, null),
                new Line("wishes", "wishes_wish", 3, null),
                new Line("wishes", "wishes", 2, REASON));
        assertEquals(lines, report.lines());
        assertEquals(16, report.rows());
        audited(report.subject());
        Report again = platform.as(a, () -> desk().erasePerson(ZOE));
        assertEquals(List.of(), again.lines());
        assertEquals(
                left(report.subject()),
                all(a).stream().map(PersonErasureTest::plain).toList());
        assertEquals(
                List.of(),
                new Census(platform)
                        .where(a, ZOE, OLD, ACCOUNT_NAME).stream()
                                .filter(found -> !found.contains("azoe@"))
                                .toList());
    }

    private void audited(String pseudonym) {
        assertEquals(
                List.of(
                        "note|Ada|{\"of\":\"" + NAME + "\"}",
                        "note|erased|{\"of\":\"erased\"}",
                        "person.erase|" + pseudonym + "|{\"accounts, their links and tokens\":5,\"core_audit\":1,"
                                + "\"core_mail\":1,\"mails to this address\":2,\"wishes_former\":1,"
                                + "\"wishes_person\":1,\"wishes_photo\":2,\"wishes_wish\":3}"),
                rows(a, "action, subject, details", "core_audit").stream()
                        .filter(row -> row.startsWith("note") || row.startsWith("person"))
                        .toList());
    }

    @Test
    @DisplayName("addresses that staff or a seller has are refused, and are nobody's former ones")
    void staff() {
        platform.newSeller(a, "anna");
        user(a, "S1", "STAFF", "old@example.com", "Zoe");
        link(a, "L1", "STAFF", ZOE, "Zoe");
        insert(a, "wishes_person", "P1", ZOE, "Zoe", TAX, null, null, 1);
        Stream.of("old@example.com", "ANNA@example.com", "zoe@old.example")
                .forEach(old -> insert(a, "wishes_former", old, "P1", old));
        for (String address : List.of("Anna@example.com", "OLD@example.com")) {
            assertEquals(
                    "person-is-staff",
                    refused(() -> platform.as(a, () -> desk().erasePerson(address)))
                            .code());
        }
        Report report = platform.as(a, () -> desk().erasePerson(ZOE));
        assertEquals(
                List.of(
                        "ANNA@example.com|ANNA@example.com",
                        "old@example.com|old@example.com",
                        "zoe@old.example|" + report.subject().replace("@", "-2@")),
                rows(a, "id, old_email", "wishes_former"));
        assertEquals(List.of(report.subject() + "|null"), rows(a, "email, name", "core_reset_link"));
        assertEquals(List.of("S1|old@example.com|Zoe"), rows(a, "id, email, name", "core_user"));
        assertEquals(List.of("anna|anna@example.com"), rows(a, "id, email", "core_seller"));
    }

    @Test
    @DisplayName("as many mails as there are go, of several addresses together")
    void manyMails() {
        insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
        insert(a, "wishes_former", "F1", "P1", OLD);
        for (int i = 0; i < TableWalk.PAGE + 1; i++) {
            mail(a, "M" + i, i % 2 == 0 ? ZOE : OLD, "s", "b");
        }
        mail(a, "N", ADA, "s", "b");
        Report report = platform.as(a, () -> desk().erasePerson(ZOE));
        assertEquals(
                new Line("core", "mails to this address", TableWalk.PAGE + 1, null),
                report.lines().get(0));
        assertEquals(List.of("N|" + ADA), rows(a, "id, to_address", "core_mail"));
    }
}
