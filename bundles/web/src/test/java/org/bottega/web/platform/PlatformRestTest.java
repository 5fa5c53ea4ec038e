package org.bottega.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlatformRestTest {

    private static final Path COMPONENTS = Path.of("target/classes/OSGI-INF");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("the platform's operations are served when all classes of them are there, not before")
    void all() throws IOException {
        List<String> components;
        try (Stream<Path> files = Files.list(COMPONENTS)) {
            components = files.filter(Files::isRegularFile)
                    .map(PlatformRestTest::read)
                    .toList();
        }
        long classes = components.stream()
                .filter(xml -> xml.contains("<provide interface=\"" + PlatformResource.class.getName() + "\"/>"))
                .count();
        assertEquals(PlatformRest.CLASSES, classes);
        String rest = read(COMPONENTS.resolve(PlatformRest.class.getName() + ".xml"));
        assertTrue(
                rest.contains("name=\"resources.cardinality.minimum\" type=\"Integer\" value=\"" + classes + "\""),
                rest);
        assertTrue(rest.contains("<reference name=\"resources\""), rest);
    }
}
