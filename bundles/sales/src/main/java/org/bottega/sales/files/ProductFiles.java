package org.bottega.sales.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Files;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.Problem;
import org.bottega.api.spi.Download;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.Platform;
import org.bottega.sales.SalesModule;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One file for each product, for those who have access to the product. */
@Component(service = ProductFiles.class)
public final class ProductFiles {

    private final Platform platform;
    private final SalesStore store;
    private final ProductFileRows rows;
    private final Files files;
    private final AccessDesk access;

    @Activate
    public ProductFiles(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference ProductFileRows rows,
            @Reference Files files,
            @Reference AccessDesk access) {
        this.platform = platform;
        this.store = store;
        this.rows = rows;
        this.files = files;
        this.access = access;
    }

    /**
     * Gives a product its file, in place of the one it had. The old one is there until the new one is.
     *
     * @param name or null: the product's name
     * @throws Problem 404 {@code product-not-found}; 400 {@code content-type-invalid}; 413 {@code file-too-large}; 409
     *     {@code quota-exceeded}
     */
    public StoredFile put(String product, String name, String contentType, InputStream content) throws IOException {
        String title = platform.inUnit(() -> row(product).product().name());
        StoredFile file = files.store(SalesModule.ID, name == null ? title : name, contentType, content);
        boolean put = false;
        try {
            platform.inUnit(() -> {
                ProductRow of = store.products().lock(product).orElseThrow(() -> Problem.notFound("product", product));
                rows.find(product).ifPresent(files::delete);
                rows.set(product, of.product().seller(), file.id());
                platform.journal()
                        .note(
                                "product.file",
                                product,
                                Map.of("name", file.name(), "bytes", file.length(), "sha256", file.sha256()));
                return null;
            });
            put = true;
        } finally {
            if (!put) {
                files.delete(file.id());
            }
        }
        return file;
    }

    /**
     * What the product's file is.
     *
     * @throws Problem 404 {@code product-not-found}, {@code file-not-found}
     */
    public StoredFile show(String product) {
        return platform.inUnit(() -> {
            row(product);
            return of(product);
        });
    }

    /**
     * Takes the product's file away; doing so twice is fine.
     *
     * @throws Problem 404 {@code product-not-found}
     */
    public void remove(String product) {
        platform.inUnit(() -> {
            store.products().lock(product).orElseThrow(() -> Problem.notFound("product", product));
            Optional<String> file = rows.find(product);
            if (file.isPresent()) {
                files.delete(file.get());
                rows.remove(product);
                platform.journal().note("product.file-remove", product, Map.of());
            }
            return null;
        });
    }

    /**
     * The file of the product that an access link leads to.
     *
     * @throws Problem as {@link AccessDesk#open}; 404 {@code file-not-found} when the product has none
     */
    public Download open(String token) {
        String product = access.open(token).product();
        StoredFile file = platform.inUnit(() -> of(product));
        return new Download(
                file.contentType(),
                file.name(),
                file.length(),
                file.sha256(),
                (out, from, to) -> files.read(file.id(), from, to, out));
    }

    /** The product's file, if it has one, for who is let in to it. */
    public Optional<StoredFile> find(String product) {
        return platform.inUnit(() -> rows.find(product).flatMap(files::find));
    }

    private ProductRow row(String product) {
        return store.products().find(product).orElseThrow(() -> Problem.notFound("product", product));
    }

    private StoredFile of(String product) {
        return find(product)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "file-not-found", "the product has no file to download"));
    }
}
