package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.bottega.api.spi.Traces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final String P = "erased-1@erased.invalid";
    private static final Traces ZOE = new Traces(
            Set.of("zoe@example.com", "longer.zoe@example.com", "ann@example.com", "QF-771"),
            Set.of("Zoë \"Q\" O'Quill & Co", "Zo"),
            Set.of("P1", "id with-dash"));
    private static final Words WORDS = new Words(ZOE, "Zoe@Example.com", P);

    @Test
    @DisplayName("the address that was asked for becomes the pseudonym, however long others are; these are numbered")
    void instead() {
        assertEquals(P, WORDS.instead("ZOE@example.com"));
        assertEquals("erased-1-2@erased.invalid", WORDS.instead("longer.zoe@example.com"));
        assertEquals("erased-1-3@erased.invalid", WORDS.instead("ann@example.com"));
        assertEquals("erased", WORDS.instead("qf-771"));
        assertNull(WORDS.instead("QF-77"));
        assertTrue(WORDS.isMark("qf-771"));
        assertFalse(WORDS.isMark("QF-771 "));
    }

    @Test
    @DisplayName("a name is one in whatever case, but only whole")
    void names() {
        assertTrue(WORDS.isName("zO"));
        assertTrue(WORDS.isName("ZOË \"Q\" O'QUILL & CO"));
        assertFalse(WORDS.isName("Zoe"));
        assertFalse(WORDS.isName("QF-771"));
    }

    @Test
    @DisplayName("a text is tied to somebody by a mark or an id, by a name it is not")
    void ties() {
        assertTrue(WORDS.ties("QF-771"));
        assertTrue(WORDS.ties("id with-dash"), "an id that is all of it");
        assertTrue(WORDS.ties("see P1, please"));
        assertTrue(WORDS.ties("P2 P1"));
        assertTrue(WORDS.ties("<ZOE@example.com>"));
        assertTrue(WORDS.ties("/x?a=zoe%40example.com"));
        assertFalse(WORDS.ties("see P11 and xP1"));
        assertFalse(WORDS.ties("Zo"));
        assertFalse(WORDS.ties("id with-dash, and more"));
        Words noIds = new Words(new Traces(Set.of("a@b.cd"), Set.of(), Set.of()), "a@b.cd", P);
        assertFalse(noIds.ties("P1"));
        assertTrue(noIds.ties("to A@B.CD"));
    }

    @Test
    @DisplayName("addresses are no parts of longer ones, tax ids and names no parts of words")
    void without() {
        assertEquals(
                P + ", azoe@example.com x.zoe@example.com zoe@example.community zoe@example.com.au " + P + ".",
                WORDS.without(
                        "zoe@example.com, azoe@example.com x.zoe@example.com zoe@example.community"
                                + " zoe@example.com.au ZOE@EXAMPLE.COM.",
                        true));
        assertEquals("erased QF-7712 xQF-771 (erased)", WORDS.without("QF-771 QF-7712 xQF-771 (qf-771)", true));
        assertEquals("erased Zoe aZo erased", WORDS.without("Zo Zoe aZo ZO", true));
        assertEquals("Zo of erased", WORDS.without("Zo of QF-771", false));
        assertEquals("erased-1-2@erased.invalid, not " + P, WORDS.without("Longer.zoe@example.com, not " + P, true));
    }

    @Test
    @DisplayName("names are found as they are written in JSON, HTML and an address")
    void variants() {
        assertEquals(
                "{\"a\":\"erased\"} erased erased",
                WORDS.without(
                        "{\"a\":\"Zoë \\\"Q\\\" O'Quill & Co\"} Zoë &quot;Q&quot; O&#39;Quill &amp; Co"
                                + " Zo%C3%AB+%22Q%22+O%27Quill+%26+Co",
                        true));
        assertEquals(Set.of("a<b", "a%3Cb", "a&lt;b"), Words.variants("a<b"), "as it is, in an address and in HTML");
        assertEquals(Set.of("a\\b", "a%5Cb", "a\\\\b"), Words.variants("a\\b"));
    }
}
