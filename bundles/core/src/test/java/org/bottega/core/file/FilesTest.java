package org.bottega.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.FileDesk.Line;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files")
class FilesTest extends PlatformTest {

    private static final int CHUNK = DatabaseFiles.CHUNK;
    private static int tenants;

    private String shop;

    @BeforeEach
    void begin() {
        shop = "files-" + ++tenants;
        platform.newTenant(shop);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private StoredFile store(String name, byte[] content) {
        return store(name, new ByteArrayInputStream(content));
    }

    private StoredFile store(String name, InputStream content) {
        return platform.as(shop, () -> {
            try {
                return platform.files().store("sales", name, "application/pdf", content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] read(String tenant, String id, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        platform.as(tenant, () -> {
            try {
                platform.files().read(id, from, to, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    private long used() {
        return platform.as(shop, () -> platform.files().usage()).used();
    }

    @Test
    @DisplayName("come back as they went in, whole and in parts, at every border of a chunk")
    void borders() throws Exception {
        long used = 0;
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5}) {
            byte[] content = bytes(length);
            StoredFile file = store("a.pdf", content);
            assertEquals(length, file.length());
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            assertEquals(HexFormat.of().formatHex(sum), file.sha256());
            assertEquals(
                    file,
                    platform.as(shop, () -> platform.files().find(file.id())).orElseThrow());
            assertArrayEquals(content, read(shop, file.id(), 0, Long.MAX_VALUE));
            for (int from : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1}) {
                for (int to : new int[] {1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 3, length}) {
                    int end = Math.min(to, length);
                    byte[] part = from < end ? Arrays.copyOfRange(content, from, end) : new byte[0];
                    assertArrayEquals(part, read(shop, file.id(), from, to), length + ": " + from + " to " + to);
                }
            }
            used += length;
            assertEquals(used, used());
        }
    }

    @Test
    @DisplayName("are taken chunk by chunk, never as a whole")
    void streamed() {
        int[] most = {0};
        InputStream watched = new FilterInputStream(new ByteArrayInputStream(bytes(5 * CHUNK))) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                most[0] = Math.max(most[0], buffer.length);
                return super.read(buffer, from, Math.min(length, 1000));
            }
        };
        assertEquals(5 * CHUNK, store("big", watched).length());
        assertEquals(CHUNK, most[0]);
    }

    @Test
    @DisplayName("are another tenant's business not at all")
    void tenants() {
        StoredFile file = store("a.pdf", bytes(10));
        platform.newTenant(shop + "x");
        assertTrue(
                platform.as(shop + "x", () -> platform.files().find(file.id())).isEmpty());
        assertEquals(
                "file-not-found",
                refused(() -> read(shop + "x", file.id(), 0, 1)).code());
        platform.as(shop + "x", () -> platform.files().delete(file.id()));
        assertEquals(10, read(shop, file.id(), 0, 10).length);
        assertEquals(0, platform.as(shop + "x", () -> platform.files().usage()).used());
    }

    @Test
    @DisplayName("whose stream breaks, or that are too large, leave nothing behind")
    void broken() {
        InputStream breaking = new FilterInputStream(new ByteArrayInputStream(bytes(2 * CHUNK))) {
            private int left = CHUNK + 10;

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int n = super.read(buffer, from, Math.min(length, left));
                left -= n;
                if (left == 0) {
                    throw new IOException("the line went dead");
                }
                return n;
            }
        };
        assertThrows(UncheckedIOException.class, () -> store("a", breaking));
        assertEquals(0, used());
        platform.advance(Duration.ZERO);
        assertEquals(List.of(), list());
    }

    @Test
    @DisplayName("that are removed are gone at once, and their bytes are free")
    void removed() {
        StoredFile file = store("a", bytes(CHUNK + 1));
        StoredFile other = store("b", bytes(7));
        platform.as(shop, () -> platform.files().delete(file.id()));
        platform.as(shop, () -> platform.files().delete(file.id()));
        assertEquals(7, used());
        assertEquals(
                "file-not-found", refused(() -> read(shop, file.id(), 0, 1)).code());
        platform.advance(Duration.ZERO);
        assertEquals(List.of(other), list());
        Problem twice = refused(() -> platform.as(shop, () -> platform.files().remove(file.id())));
        assertEquals("file-not-found", twice.code());
        platform.as(shop, () -> platform.files().remove(other.id()));
        assertEquals(0, used());
    }

    @Test
    @DisplayName("are listed page by page, the newest first, for the marketplace's own people")
    void listed() {
        for (String name : List.of("a", "b", "c")) {
            store(name, bytes(1));
            platform.clock().advance(Duration.ofMillis(1));
        }
        var first = platform.as(shop, () -> platform.files().list(null, PageRequest.of(2, null)));
        var rest = platform.as(shop, () -> platform.files().list(null, PageRequest.of(2, first.next())));
        assertEquals(
                List.of("c", "b"),
                first.items().stream().map(line -> line.file().name()).toList());
        assertEquals("a", rest.items().get(0).file().name());
        assertEquals(
                List.of(),
                platform.as(shop, () -> platform.files().list("crm", PageRequest.of(2, null)))
                        .items());
    }

    private List<StoredFile> list() {
        return platform.as(shop, () -> platform.files().list("sales", PageRequest.of(50, null))).items().stream()
                .map(Line::file)
                .toList();
    }
}
