package org.bottega.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files that strangers name")
class FileNamesTest {

    @Test
    @DisplayName("have clean names and a sane type")
    void names() {
        assertEquals("passwd", FileNames.clean("../../etc/passwd"));
        assertEquals("x.pdf", FileNames.clean("C:\\temp\\x.pdf"));
        assertEquals("evilfdp.exe", FileNames.clean("evil\u202efdp\u0000\n.exe"));
        assertEquals("htaccess", FileNames.clean(".htaccess"));
        assertEquals("file", FileNames.clean("/"));
        assertEquals("file", FileNames.clean(null));
        assertEquals(200, FileNames.clean("x".repeat(201)).length());
        assertEquals("Übung 1.pdf", FileNames.clean("Übung 1.pdf"));
        assertEquals("text/plain; charset=utf-8", FileNames.type("Text/Plain; charset=UTF-8"));
        assertEquals("application/octet-stream", FileNames.type(null));
        for (String type : List.of("pdf", "a/b/c", "a/b\r\nX: y", "a/" + "b".repeat(99), "text/plain; x=\"y\"")) {
            assertEquals(
                    "content-type-invalid",
                    assertThrows(Problem.class, () -> FileNames.type(type)).code(),
                    type);
        }
    }
}
