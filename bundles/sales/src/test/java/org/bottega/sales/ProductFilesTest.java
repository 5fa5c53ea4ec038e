package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.Problem;
import org.bottega.api.spi.Download;
import org.bottega.core.testing.SentMail;
import org.bottega.persistence.Store;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.files.ProductFileRows;
import org.bottega.sales.files.ProductFiles;
import org.bottega.sales.store.SalesStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The file of a product")
class ProductFilesTest {

    private final Shop shop = Shop.shared();
    private final ProductFiles files = files();

    private ProductFiles files() {
        Store unit = shop.platform.store("sales");
        Platform services = new Platform(
                shop.platform.callers(),
                shop.platform.unitOfWork(),
                shop.platform.businessClock(),
                shop.platform.ids(),
                new Journal(shop.platform.audit(), shop.platform.events()));
        return new ProductFiles(
                services, new SalesStore(unit), new ProductFileRows(unit), shop.platform.files(), shop.access);
    }

    private StoredFile put(String product, String name, String text) {
        try {
            return files.put(
                    product, name, "text/plain", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token(Purchase sold) {
        SentMail mail = shop.mails("access", sold).get(0);
        return Shop.token(mail);
    }

    private String text(Download download, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.nobody(() -> {
            try {
                download.writer().write(out, from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("is downloaded by who bought the product, whole or in parts")
    void download() {
        Purchase sold = shop.sold();
        Shop.refused("file-not-found", () -> shop.nobody(() -> files.open(token(sold))));
        shop.acme(() -> put(sold.product(), "../recipe.txt", "flour and eggs"));
        Download download = shop.nobody(() -> files.open(token(sold)));
        assertEquals("recipe.txt", download.fileName());
        assertEquals("text/plain", download.contentType());
        assertEquals(14, download.length());
        assertEquals("flour and eggs", text(download, 0, 14));
        assertEquals("and", text(download, 6, 9));
    }

    @Test
    @DisplayName("is out of reach when access was revoked")
    void revoked() {
        Purchase sold = shop.sold();
        shop.acme(() -> put(sold.product(), null, "flour"));
        String token = token(sold);
        assertEquals("Pasta by hand", shop.nobody(() -> files.open(token)).fileName());
        shop.acme(() -> {
            shop.platform.unitOfWork().run(() -> shop.access.revoke(sold.transaction()));
            return null;
        });
        Problem gone = Shop.refused("access-revoked", () -> shop.nobody(() -> files.open(token)));
        assertEquals(410, gone.kind().status());
        Shop.refused("access-not-found", () -> shop.nobody(() -> files.open("nonsense")));
    }

    @Test
    @DisplayName("is replaced as a whole, and taken away; what it took of the quota is free again")
    void replaced() {
        Purchase sold = shop.sold();
        long before = shop.acme(() -> shop.platform.files().usage()).used();
        StoredFile first = shop.acme(() -> put(sold.product(), "a", "one"));
        StoredFile second = shop.acme(() -> put(sold.product(), "b", "three"));
        assertEquals(second, shop.acme(() -> files.show(sold.product())));
        assertTrue(shop.acme(() -> shop.platform.files().find(first.id())).isEmpty());
        assertEquals(before + 5, shop.acme(() -> shop.platform.files().usage()).used());
        assertEquals("three", text(shop.nobody(() -> files.open(token(sold))), 0, 5));
        for (int i = 0; i < 2; i++) {
            shop.acme(() -> {
                files.remove(sold.product());
                return null;
            });
        }
        assertEquals(before, shop.acme(() -> shop.platform.files().usage()).used());
        Shop.refused("file-not-found", () -> shop.acme(() -> files.show(sold.product())));
    }

    @Test
    @DisplayName("is its seller's and its marketplace's business only")
    void others() {
        Purchase sold = shop.sold();
        long before = shop.acme(() -> shop.platform.files().usage()).used();
        Shop.refused("product-not-found", () -> shop.seller(Shop.BRUNO, () -> put(sold.product(), "a", "one")));
        Shop.refused("product-not-found", () -> shop.bravo(() -> put(sold.product(), "a", "one")));
        Shop.refused("product-not-found", () -> shop.bravo(() -> files.show(sold.product())));
        assertEquals(before, shop.acme(() -> shop.platform.files().usage()).used());
        assertEquals(
                3, shop.seller(Shop.ANNA, () -> put(sold.product(), "a", "one")).length());
    }
}
