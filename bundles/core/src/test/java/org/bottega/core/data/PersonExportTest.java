package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is somebody's is taken out, to the letter. */
class PersonExportTest extends PersonFixture {

    private final ByteArrayOutputStream zip = new ByteArrayOutputStream();

    private Report export(String email) throws Exception {
        return platform.as(a, () -> desk().exportPerson(email, new BufferedOutputStream(zip)));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    @DisplayName("a buyer's data: each row that is about him, no address of others, no mail to others, no secret")
    void person() throws Exception {
        live(a);
        live(b);
        Report report = export("Zoe@example.com");
        Map<String, String> files = unzip(zip.toByteArray());
        String tenant = "{\"tenant_id\":\"" + a + "\",\"id\":";
        assertEquals(
                tenant + "\"P1\",\"email\":\"" + ZOE + "\",\"name\":\"" + NAME + "\",\"tax_id\":\"" + TAX
                        + "\",\"code\":\"C1\",\"joined\":\"" + JOINED + "\",\"version\":3}\n",
                files.get("tables/wishes_person.jsonl"));
        assertEquals(
                tenant + "\"F1\",\"person_id\":\"P1\",\"old_email\":\"" + OLD + "\"}\n",
                files.get("tables/wishes_former.jsonl"));
        String note = NOTE.replace(ADA, "(another address)").replace("\"", "\\\"");
        assertEquals(
                tenant + "\"W1\",\"person_id\":\"P1\",\"who\":\"zoË o'quill\",\"title\":\"for " + NAME
                        + " of P1\",\"words\":\"" + note + "\",\"seen\":true,\"cents\":1250}\n" + tenant
                        + "\"W3\",\"person_id\":null,\"who\":null,\"title\":\"" + TAX + "x, " + TAX
                        + "\",\"words\":\"(another address)\",\"seen\":null,\"cents\":null}\n" + tenant
                        + "\"W4\",\"person_id\":\"P1\",\"who\":\"Someone\",\"title\":\"quite another\","
                        + "\"words\":\"$1 \\\\ \\\"\",\"seen\":false,\"cents\":0}\n" + tenant
                        + "\"W5\",\"person_id\":null,\"who\":null,\"title\":\"ZOE's\",\"words\":\""
                        + OLD.toUpperCase(Locale.ROOT) + "\",\"seen\":null,\"cents\":null}\n",
                files.get("tables/wishes_wish.jsonl"));
        String picture = Base64.getEncoder().encodeToString(utf8("by " + NAME + " " + ZOE));
        assertEquals(
                tenant + "\"A\",\"taker\":\"" + ZOE + "\",\"picture\":\"" + picture + "\"}\n",
                files.get("tables/wishes_photo.jsonl"),
                "bytes that are wholly his, without the secret word");
        manifest(files, report);
    }

    private void manifest(Map<String, String> files, Report report) throws Exception {
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertEquals(1, manifest.get("format").asInt());
        JsonNode known = manifest.get("known");
        String old = OLD.toLowerCase(Locale.ROOT);
        assertEquals(Set.of(ZOE, old, TAX), texts(known.get("marks")));
        assertEquals(Set.of(NAME, ACCOUNT_NAME, "Zed", "Zet"), texts(known.get("names")));
        assertEquals(Set.of("P1", "U1", "U3"), texts(known.get("ids")));
        List<Line> lines = new ArrayList<>();
        for (JsonNode file : manifest.get("files")) {
            String table = file.get("file").asText().replaceAll("tables/|\\.jsonl", "");
            long rows = file.get("rows").asLong();
            assertEquals(rows, files.get("tables/" + table + ".jsonl").lines().count(), table);
            lines.add(new Line(table.substring(0, table.indexOf('_')), table, rows, null));
        }
        assertEquals(lines, report.lines());
        assertEquals(
                Map.of(
                        "core_mail",
                        2L,
                        "core_user",
                        2L,
                        "core_user_token",
                        1L,
                        "core_reset_link",
                        1L,
                        "core_reset_ask",
                        1L,
                        "wishes_person",
                        1L,
                        "wishes_former",
                        1L,
                        "wishes_wish",
                        4L,
                        "wishes_photo",
                        1L),
                lines.stream().collect(Collectors.toMap(Line::what, Line::count)));
        names(files, report);
    }

    private void names(Map<String, String> files, Report report) {
        assertEquals("person", report.subject());
        Set<String> names = new TreeSet<>();
        report.lines().forEach(line -> names.add("tables/" + line.what() + ".jsonl"));
        names.add("manifest.json");
        assertEquals(names, new TreeSet<>(files.keySet()));
        assertEquals(
                List.of("person.export|person|{\"core_mail\":2,\"core_reset_ask\":1,\"core_reset_link\":1,"
                        + "\"core_user\":2,\"core_user_token\":1,\"wishes_former\":1,\"wishes_person\":1,"
                        + "\"wishes_photo\":1,\"wishes_wish\":4}"),
                rows(a, "action, subject, details", "core_audit").stream()
                        .filter(row -> row.startsWith("person"))
                        .toList());
    }

    @Test
    @DisplayName("of somebody unknown there is a manifest and nothing else")
    void nobody() throws Exception {
        live(b);
        Report report = export("nobody@example.com");
        Map<String, String> files = unzip(zip.toByteArray());
        assertEquals(Set.of("manifest.json"), files.keySet());
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertEquals(0, manifest.get("files").size());
        assertEquals(List.of(), report.lines());
    }
}
