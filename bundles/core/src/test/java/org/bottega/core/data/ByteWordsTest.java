package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bottega.api.spi.Traces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ByteWordsTest {

    private static final ByteWords WORDS =
            new ByteWords(new Traces(Set.of("zoe@example.com", "QF-771"), Set.of("Zoë Q"), Set.of("P1")));

    private static String strike(String text, Charset charset) {
        return new String(WORDS.strike(text.getBytes(charset)), charset);
    }

    private static String strike(String text) {
        return strike(text, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("bytes are somebody's where a mark or an id of his stands in them")
    void tie() {
        assertTrue(WORDS.tie(DataFixture.utf8("x qf-771")));
        assertTrue(WORDS.tie(DataFixture.utf8("a P1")));
        assertFalse(WORDS.tie(DataFixture.utf8("Zoë Q")));
        assertFalse(WORDS.tie(DataFixture.utf8("P12")));
        ByteWords nothing = new ByteWords(new Traces(Set.of("a@b.cd"), Set.of(), Set.of()));
        assertFalse(nothing.tie(DataFixture.utf8("P1")));
    }

    @Test
    @DisplayName("marks go everywhere, names in lines where a mark or an id stands; lengths stay")
    void strike() {
        assertEquals(
                "1,xxxxxxxxxxxxxxx,xxxxxx\n2,Zoë Q,9\n\nP1 xxxxxx xxxxxx",
                strike("1,Zoe@example.com,Zoë Q\n2,Zoë Q,9\n\nP1 Zoë Q QF-771"));
        assertEquals("xxxxxx\n", strike("QF-771\n"));
        assertEquals("P1 xxxxx.", strike("P1 Zoë Q.", StandardCharsets.ISO_8859_1));
        assertEquals("xxxxxxxxxxxxxxxxx", strike("zoe%40example.com"));
        assertEquals(
                "xxxxxx azoe@example.com zoe@example.com.au Zoë Qx",
                strike("QF-771 azoe@example.com zoe@example.com.au Zoë Qx"));
    }

    @Test
    @DisplayName("where nothing is struck out the very same object comes back")
    void same() {
        byte[] others = DataFixture.utf8("Zoë Q\nazoe@example.com");
        assertSame(others, WORDS.strike(others));
        byte[] tied = DataFixture.utf8("P1 has this\nZoë Q");
        assertSame(tied, WORDS.strike(tied));
        byte[] binary = {0, (byte) 0xFF, (byte) 0x80, '\n', 'Q', 'F', '-', '7', '7', '1', 0, (byte) 0xC3};
        assertArrayEquals(
                new byte[] {0, (byte) 0xFF, (byte) 0x80, '\n', 'x', 'x', 'x', 'x', 'x', 'x', 0, (byte) 0xC3},
                WORDS.strike(binary));
    }
}
