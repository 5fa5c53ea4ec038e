package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bottega.persistence.unit.UnitDescription;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A unit's persistence.xml names the lanes of its due rows")
class UnitDescriptionTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("with commas, or not at all")
    void lanes() throws IOException {
        assertEquals(Set.of(), read("").lanes());
        assertEquals(
                Set.of("a_b.c", "a_d.e_f"), read(property(" a_b.c ,a_d.e_f")).lanes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lane", "a.b.c", "A_B.c", "a_b.c) to public; --", "a_b.c, ,a_d.e"})
    @DisplayName("by table and column only")
    void noLanes(String value) {
        assertThrows(IOException.class, () -> read(property(value)));
    }

    private static String property(String value) {
        return "<properties><property name=\"bottega.lanes\" value=\"" + value + "\"/></properties>";
    }

    private UnitDescription read(String more) throws IOException {
        Path file = folder.resolve("persistence.xml");
        Files.writeString(
                file,
                "<persistence xmlns=\"http://xmlns.jcp.org/xml/ns/persistence\" version=\"2.1\">"
                        + "<persistence-unit name=\"unit\">" + more + "</persistence-unit></persistence>");
        return UnitDescription.read(file.toUri().toURL());
    }
}
