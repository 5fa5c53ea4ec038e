package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.core.data.Operations.Operation;
import org.bottega.core.testing.Census;
import org.bottega.core.testing.MovableClock;
import org.bottega.core.testing.TestData;
import org.bottega.persistence.TenantTables.Table;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that a marketplace has is taken out, to the letter. */
class TenantExportTest extends PersonFixture {

    private final ObjectMapper json = new ObjectMapper();
    private final ByteArrayOutputStream zip = new ByteArrayOutputStream();
    private final List<String> told = new ArrayList<>();

    private Report export() throws Exception {
        OutputStream out = new BufferedOutputStream(zip);
        return operator(() -> desk().exportTenant(a, out, table -> {
            told.add(table);
            platform.clock().advance(Duration.ofMillis(1));
        }));
    }

    @Test
    @DisplayName("a marketplace: every table and content in their order, each with count, length and checksum")
    void tenant() throws Exception {
        live(a);
        live(b);
        for (int i = 0; i < TableWalk.FEW + 1; i++) {
            insert(a, "wishes_part", i < 2 ? "one" : "two", i, utf8("part " + i + "\n"));
        }
        var begun = platform.clock().instant();
        Report report = export();
        List<Table> tables = platform.database().tenantTables().list();
        Map<String, Long> counted = new Census(platform).rows(a);
        List<Line> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Table table : tables) {
            String name = table.name();
            lines.add(new Line(name.substring(0, name.indexOf('_')), name, counted.get(name), null));
            if (name.equals("wishes_part")) {
                names.addAll(List.of("contents/wishes_part/one", "contents/wishes_part/two"));
            } else if (!name.equals("core_file_chunk")) {
                names.add("tables/" + name + ".jsonl");
            }
        }
        assertEquals(new Report(a, lines), report);
        assertEquals(
                lines.stream()
                        .map(line -> line.what() + ": " + line.count() + " rows")
                        .toList(),
                told);
        Map<String, String> files = unzip(zip.toByteArray());
        JsonNode manifest = json.readTree(files.remove("manifest.json"));
        assertEquals(names, List.copyOf(files.keySet()));
        files(manifest.get("files"), files, counted);
        assertEquals(begun.toString(), manifest.get("begunAt").asText());
        assertEquals(
                begun.plusMillis(told.size()).toString(),
                manifest.get("endedAt").asText());
        content(files);
        recorded(counted);
    }

    private static void files(JsonNode told, Map<String, String> files, Map<String, Long> counted) throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode file : told) {
            String name = file.get("file").asText();
            names.add(name);
            byte[] content = utf8(files.get(name));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            assertEquals(HexFormat.of().formatHex(sum), file.get("sha256").asText(), name);
            assertEquals(content.length, file.get("bytes").asLong(), name);
            long rows = file.get("rows").asLong();
            assertEquals(files.get(name).lines().count(), rows, name);
            String table = name.replaceAll("tables/|\\.jsonl", "");
            assertEquals(counted.getOrDefault(table, rows), rows, name);
        }
        assertEquals(List.copyOf(files.keySet()), names);
    }

    private void content(Map<String, String> files) {
        assertEquals("part 0\npart 1\n", files.get("contents/wishes_part/one"));
        assertEquals(
                TableWalk.FEW - 1, files.get("contents/wishes_part/two").lines().count());
        assertTrue(files.get("contents/wishes_part/two").startsWith("part 2\npart 3\n"));
        String row = "{\"tenant_id\":\"" + a + "\",\"id\":";
        assertEquals(
                row + "\"A\",\"taker\":\"" + ZOE + "\",\"picture\":\""
                        + Base64.getEncoder().encodeToString(utf8("by " + NAME + " " + ZOE)) + "\"}\n" + row
                        + "\"B\",\"taker\":\"" + ADA + "\",\"picture\":\"AHdpdGggem9lQGV4YW1wbGUuY29t\"}\n" + row
                        + "\"C\",\"taker\":null,\"picture\":null}\n",
                files.get("tables/wishes_photo.jsonl"));
        assertEquals(
                row + "\"P1\",\"email\":\"" + ZOE + "\",\"name\":\"" + NAME + "\",\"tax_id\":\"" + TAX
                        + "\",\"code\":\"C1\",\"joined\":\"" + JOINED + "\",\"version\":3}\n" + row
                        + "\"P2\",\"email\":\"" + ADA + "\",\"name\":\"Ada\",\"tax_id\":\"QF-2\",\"code\":\"C2\","
                        + "\"joined\":null,\"version\":1}\n",
                files.get("tables/wishes_person.jsonl"));
    }

    private void recorded(Map<String, Long> counted) throws Exception {
        Operation last =
                operator(() -> new TestData(platform).operations().newest(1)).get(0);
        assertEquals("tenant.export " + a + " op", last.action() + ' ' + last.subject() + ' ' + last.actor());
        assertEquals(platform.clock().instant(), last.at());
        Map<String, Long> some = new TreeMap<>(counted);
        some.values().removeIf(rows -> rows == 0);
        assertEquals(json.writeValueAsString(some), last.details());
    }

    @Test
    @DisplayName("the manifest says whose it is, and which columns are withheld")
    void manifest() throws Exception {
        operator(() -> platform.tenants().suspend(a, "over"));
        String now = platform.clock().instant().toString();
        export();
        String text = unzip(zip.toByteArray()).get("manifest.json");
        Map<?, ?> head = json.readValue(text, Map.class);
        assertEquals(
                List.of(1, a, "Marketplace " + a, "Europe/Rome", "en", false, now, now),
                List.of(
                        head.get("format"),
                        head.get("tenant"),
                        head.get("title"),
                        head.get("zone"),
                        head.get("locale"),
                        head.get("sandbox"),
                        head.get("createdAt"),
                        head.get("suspendedAt")));
        assertEquals(
                List.of(
                        "core_client.secret_hash",
                        "core_tenant_key.secret",
                        "core_user.password_hash",
                        "wishes_photo.secret_word"),
                ((List<?>) head.get("withheld"))
                        .stream()
                                .map(String::valueOf)
                                .filter(name -> name.matches("(core|wishes)_.*"))
                                .sorted()
                                .toList());
        assertTrue(text.contains("\n"), "for people too");
        assertTrue(platform.clock().instant().isAfter(MovableClock.START));
    }
}
