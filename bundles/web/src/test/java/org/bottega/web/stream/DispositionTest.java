package org.bottega.web.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DispositionTest {

    @Test
    @DisplayName("names become safe ones; other alphabets are told twice")
    void names() {
        assertEquals("inline", Disposition.of(null));
        assertEquals("attachment; filename=\"report 1.csv\"", Disposition.of("report 1.csv"));
        assertEquals("attachment; filename=\"passwd\"", Disposition.of("../../etc/passwd"));
        assertEquals("attachment; filename=\"x.exe\"", Disposition.of("C:\\temp\\x.exe"));
        assertEquals("attachment; filename=\"a_b_.txt\"", Disposition.of("a\"b*.txt"));
        assertEquals(
                "attachment; filename=\"Caff_ 5_.txt\"; filename*=UTF-8''Caff%C3%A8%205%25.txt",
                Disposition.of("Caffè 5%.txt"));
        assertEquals("attachment; filename=\"ab.txt\"", Disposition.of("a\r\nb\u202e.txt"));
        for (String nothing : new String[] {"", " ", "..", "a/", "\n"}) {
            assertEquals("attachment; filename=\"download\"", Disposition.of(nothing));
        }
        assertFalse(Disposition.of("x".repeat(1000)).length() > 200);
    }
}
