package org.bottega.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.FileDesk.Usage;
import org.bottega.core.testing.PlatformTest;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The quota of files")
class QuotaTest extends PlatformTest {

    private static int tenants;

    private String shop;

    /** Looks at what is really there. */
    private static final class Look extends Rows {
        Look(Store store) {
            super(store);
        }

        long count(String table) {
            return query("select count(*) from " + table + " where tenant_id = ?", row -> row.number(1), tenant())
                    .get(0);
        }
    }

    @BeforeEach
    void begin() {
        shop = "quota-" + ++tenants;
        platform.newTenant(shop);
    }

    private void store(int length) {
        platform.as(shop, () -> {
            try {
                platform.files().store("sales", "a", null, new ByteArrayInputStream(new byte[length]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void policy(long maxFile, long quota) {
        platform.as(shop, () -> platform.core()
                .policyDesk()
                .set("core.files", null, Map.of("maxFile", maxFile, "quota", quota), null));
    }

    private Usage usage() {
        return platform.as(shop, () -> platform.files().usage());
    }

    private long count(String table) {
        return platform.as(shop, () -> platform.unitOfWork().call(() -> new Look(platform.store("core")).count(table)));
    }

    @Test
    @DisplayName("is 5 GiB, and 200 MiB a file, until the operator says otherwise; nobody else does")
    void policies() {
        assertEquals(new Usage(0, 5L << 30, 200L << 20), usage());
        policy(10, 20);
        assertEquals(new Usage(0, 20, 10), usage());
        Caller admin = new Caller(shop, Caller.Kind.STAFF, "ann", null, null, java.util.Set.of("core:policies"), "r");
        Problem problem = refused(() -> platform.callers()
                .as(admin, () -> platform.core().policyDesk().set("core.files", null, Map.of("quota", 100L), null)));
        assertEquals("operator-only", problem.code());
        assertEquals("bytes-out-of-range", refused(() -> policy(-1, 0)).code());
        assertEquals(
                "bytes-out-of-range", refused(() -> policy((1L << 30) + 1, 0)).code());
        policy(1L << 30, 1L << 40);
        assertEquals(
                "bytes-out-of-range", refused(() -> policy(0, (1L << 40) + 1)).code());
    }

    @Test
    @DisplayName("is kept to the byte, for one file and for all")
    void exact() {
        policy(10, 25);
        store(10);
        Problem large = refused(() -> store(11));
        assertEquals("file-too-large", large.code());
        assertEquals(Problem.Kind.TOO_LARGE, large.kind());
        store(10);
        Problem full = refused(() -> store(6));
        assertEquals("quota-exceeded", full.code());
        assertEquals(25L, full.members().get("quota"));
        assertEquals(20L, full.members().get("used"));
        store(5);
        assertEquals(25, usage().used());
        assertEquals("quota-exceeded", refused(() -> store(1)).code());
        store(0);
        platform.advance(Duration.ZERO);
        assertEquals(4, count("core_file"), "refused files are cleared away");
        assertEquals(3, count("core_file_chunk"));
    }

    @Test
    @DisplayName("is kept by many who store at once")
    void concurrent() {
        policy(100, 1000);
        AtomicInteger refused = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(CompletableFuture.runAsync(() -> {
                try {
                    store(100);
                } catch (Problem e) {
                    assertEquals("quota-exceeded", e.code());
                    refused.incrementAndGet();
                }
            }));
        }
        all.forEach(CompletableFuture::join);
        assertEquals(15, refused.get());
        assertEquals(1000, usage().used());
    }

    @Test
    @DisplayName("is given back by an upload that never ended, after a day")
    void unfinished() {
        FileStore files = new FileStore(
                platform.store("core"),
                platform.unitOfWork(),
                platform.ids(),
                new org.bottega.core.deadline.Wake(platform.unitOfWork()),
                platform.clock());
        platform.as(shop, () -> {
            String id =
                    files.open("sales", "a", "a/b", platform.clock().instant()).id();
            files.add(id, 0, new byte[50], 1000);
        });
        platform.advance(FileStore.UNFINISHED.minusMillis(1));
        assertEquals(50, usage().used());
        platform.advance(Duration.ofMillis(1));
        assertEquals(0, usage().used());
        assertEquals(0, count("core_file"));
        assertEquals(0, count("core_file_chunk"));
    }

    @Test
    @DisplayName("is given back when a module's data is purged")
    void purged() {
        FileStore files = new FileStore(
                platform.store("core"),
                platform.unitOfWork(),
                platform.ids(),
                new org.bottega.core.deadline.Wake(platform.unitOfWork()),
                platform.clock());
        store(10);
        store(20);
        FileData data = new FileData(files);
        platform.as(shop, () -> data.purge("crm"));
        assertEquals(30, usage().used());
        assertEquals(2, platform.as(shop, () -> data.count("sales")));
        platform.as(shop, () -> data.purge("sales"));
        assertEquals(0, platform.as(shop, () -> data.count("sales")));
        assertEquals(0, usage().used());
        platform.advance(Duration.ZERO);
        assertTrue(count("core_file") + count("core_file_chunk") == 0);
    }
}
