package org.bottega.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.AuditLog;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files")
class FilesByWhomTest extends PlatformTest {

    private static int tenants;

    private String shop;
    private StoredFile file;

    @BeforeEach
    void begin() {
        shop = "whose-" + ++tenants;
        platform.newTenant(shop);
        platform.newSeller(shop, "ada");
        file = platform.as(shop, this::store);
    }

    private StoredFile store() {
        try {
            return platform.files().store("sales", "a", "application/pdf", new ByteArrayInputStream(new byte[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try {
            platform.files().read(file.id(), 0, 1, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long used() {
        return platform.as(shop, () -> platform.files().usage()).used();
    }

    private String asAda(Supplier<?> work) {
        return refused(() -> platform.asSeller(shop, "ada", work::get)).code();
    }

    private Void remove() {
        platform.files().remove(file.id());
        return null;
    }

    private List<String> audited() {
        return platform
                .as(shop, () -> platform.core().audit().list("file.remove", PageRequest.of(2, null)))
                .items()
                .stream()
                .map(AuditLog.Entry::subject)
                .toList();
    }

    @Test
    @DisplayName("of the whole marketplace are neither listed nor counted nor removed by a seller's staff")
    void confined() {
        assertEquals("seller-confined", asAda(() -> platform.files().usage()));
        assertEquals("seller-confined", asAda(() -> platform.files().list(null, PageRequest.of(2, null))));
        assertEquals("seller-confined", asAda(this::remove));
        assertEquals(1, used());
        assertEquals(List.of(), audited());

        platform.as(shop, this::remove);
        assertEquals(0, used());
        assertEquals(List.of(file.id()), audited());
    }

    @Test
    @DisplayName("are never waited for with a transaction open")
    void outsideOfUnits() {
        assertThrows(IllegalStateException.class, () -> inUnit(this::store));
        assertThrows(IllegalStateException.class, () -> inUnit(this::read));
        assertEquals(1, used());
    }

    private void inUnit(Runnable work) {
        platform.as(shop, () -> platform.unitOfWork().run(work));
    }
}
