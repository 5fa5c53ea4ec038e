package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Contents in parts, and files: wherever the border of a part lies. */
class ContentsTest extends PersonFixture {

    private static final int CHUNK = 256 * 1024;
    private static final String X = "x".repeat(ZOE.length());

    private Report erase(Broken unit) {
        return platform.as(a, () -> shortDesk(unit).erasePerson(ZOE));
    }

    private Report erase() {
        return erase(Broken.behind(platform.unitOfWork(), -1));
    }

    private void album(String tenant, String album, String... parts) {
        for (int i = 0; i < parts.length; i++) {
            insert(tenant, "wishes_part", album, i, utf8(parts[i]));
        }
    }

    private List<String> parts() {
        return rows(a, "album, part, content", "wishes_part");
    }

    @Test
    @DisplayName(
            "a mark, and the name behind it, go wherever between them the content is cut in two; what is alike stays")
    void borders() {
        insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
        String line = "1," + ZOE + ',' + NAME + ";\n" + NAME + "\nz" + ZOE;
        String struck = "1," + X + ',' + "x".repeat(utf8(NAME).length) + ";\n" + NAME + "\nz" + ZOE;
        List<String> expected = new ArrayList<>();
        for (int cut = 1; cut < line.length(); cut++) {
            byte[] all = utf8(line);
            String album = "A" + (100 + cut);
            insert(a, "wishes_part", album, 0, Arrays.copyOf(all, cut));
            insert(a, "wishes_part", album, 1, Arrays.copyOfRange(all, cut, all.length));
            expected.add(album);
        }
        Report report = erase();
        Map<String, ByteArrayOutputStream> found = new TreeMap<>();
        raw().forEach(row -> found.computeIfAbsent((String) row[1], album -> new ByteArrayOutputStream())
                .writeBytes((byte[]) row[3]));
        List<String> whole = found.values().stream()
                .map(out -> out.toString(StandardCharsets.UTF_8))
                .toList();
        assertEquals(expected.stream().map(album -> struck).toList(), whole);
        assertEquals(
                new Line("wishes", "wishes_part", expected.size(), null),
                report.lines().get(0));
        assertEquals(0, erase().rows());
    }

    private List<Object[]> raw() {
        var tables = platform.database().tenantTables();
        var table = tables.list().stream()
                .filter(any -> any.name().equals("wishes_part"))
                .findFirst()
                .orElseThrow();
        return platform.as(a, () -> platform.unitOfWork().call(() -> tables.page(table, null, 500)));
    }

    @Test
    @DisplayName("one content does not go on in the next; another marketplace's stays as it is")
    void several() {
        insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
        album(a, "A", "", "zoe@example", ".com", "");
        album(a, "B", "zoe@exam");
        album(a, "C", "ple.com", "", "a", ZOE, ".au");
        album(a, "D", ZOE);
        album(b, "D", ZOE);
        Report report = erase();
        assertEquals(
                List.of("A|0|", "A|1|xxxxxxxxxxx", "A|2|xxxx", "A|3|", "B|0|zoe@exam", "C|0|ple.com", "C|1|", "C|2|a"),
                parts().subList(0, 8));
        assertEquals(List.of("C|3|" + ZOE, "C|4|.au", "D|0|" + X), parts().subList(8, 11));
        assertEquals(List.of("D|0|" + ZOE), rows(b, "album, part, content", "wishes_part"));
        assertEquals(
                2,
                report.lines().stream()
                        .filter(line -> line.what().equals("wishes_part"))
                        .mapToLong(Line::count)
                        .sum());
    }

    @Test
    @DisplayName("more parts than are read together, just as many, and one fewer; also when each step is run again")
    void pages() {
        insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
        for (int size : List.of(TableWalk.FEW - 1, TableWalk.FEW, TableWalk.FEW + 1, TableWalk.FEW)) {
            String album = "A" + (parts().size() + 100);
            for (int i = 0; i < size; i++) {
                insert(
                        a,
                        "wishes_part",
                        album,
                        i,
                        utf8(i % 2 == 0 ? "- " + ZOE.substring(0, 5) : ZOE.substring(5) + "\n"));
            }
        }
        erase(Broken.eachTwice(platform.unitOfWork()));
        List<String> left =
                parts().stream().map(row -> row.split("\\|", 3)[2]).distinct().toList();
        assertEquals(List.of("- xxxxx", "x".repeat(10) + "\n", "- zoe@e"), left);
        assertEquals(2, parts().stream().filter(row -> row.endsWith("- zoe@e")).count(), "the odd ones' last");
    }

    @Test
    @DisplayName("as much as 4096 bytes beside a part are looked at with it")
    void beside() {
        insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
        int gap = 4096 - ZOE.length();
        album(a, "A", ZOE + " ".repeat(gap), NAME + ' ');
        album(a, "B", ZOE + " ".repeat(gap + 1), NAME + ' ');
        album(a, "C", NAME, " ".repeat(gap) + ZOE);
        album(a, "D", NAME, " ".repeat(gap + 1) + ZOE);
        erase();
        String gone = "x".repeat(utf8(NAME).length);
        assertEquals(gone + ' ', parts().get(1).substring(4));
        assertEquals(NAME + ' ', parts().get(3).substring(4));
        assertEquals(gone, parts().get(4).substring(4));
        assertEquals(NAME, parts().get(6).substring(4));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    @DisplayName("a file is as long as before and its digest fits, also when the erasing was broken off in between")
    void files() throws Exception {
        insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
        byte[] content = utf8("-".repeat(CHUNK - 8) + '\n' + ZOE + ',' + NAME + "\nend");
        byte[] other = utf8("nobody's");
        String file = store(content).id();
        StoredFile same = store(other);
        String fits = sha256(utf8("-".repeat(CHUNK - 8) + '\n' + X + ',' + "x".repeat(NAME.length() + 1) + "\nend"));
        assertEquals(
                new Line("core", "core_file_chunk", 1, null),
                erase(Broken.eachTwice(platform.unitOfWork())).lines().get(0));
        assertEquals(fits, sha256(read(file)));
        assertEquals(fits, find(file).sha256());
        assertEquals(same, find(same.id()));
        boolean seen = false;
        for (int steps = 3; !seen; steps++) {
            a = newTenant();
            insert(a, "wishes_person", "P1", ZOE, NAME, TAX, null, null, 1);
            String next = store(content).id();
            Broken unit = Broken.behind(platform.unitOfWork(), steps);
            assertThrows(Broken.Gone.class, () -> erase(unit));
            seen = find(next).sha256() == null;
            erase();
            assertEquals(fits, sha256(read(next)), "broken off behind " + steps);
            assertEquals(fits, find(next).sha256(), "broken off behind " + steps);
        }
    }

    private StoredFile store(byte[] content) {
        return platform.as(a, () -> {
            try {
                return platform.files().store("wishes", "a.txt", "text/plain", new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private StoredFile find(String id) {
        return platform.as(a, () -> platform.files().find(id).orElseThrow());
    }

    private byte[] read(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        platform.as(a, () -> {
            try {
                platform.files().read(id, 0, Long.MAX_VALUE, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }
}
