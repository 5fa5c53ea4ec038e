package org.bottega.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.bottega.api.Caller;
import org.bottega.core.testing.Census;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.bottega.core.testing.TestData;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest extends PlatformTest {

    private static int tenants;

    @TempDir
    private Path folder;

    private String a;
    private TestConsole console;

    @BeforeEach
    void open() {
        a = "data-a" + ++tenants;
        platform.newTenant(a);
        platform.newSeller(a, "anna");
        TestData data = new TestData(platform);
        console = new TestConsole(
                        platform.callers(),
                        platform.tenants(),
                        data.desk(),
                        data.operations(),
                        platform.database().backup())
                .with(TenantExport.class, TenantErase.class, PersonExport.class, PersonErase.class)
                .with(AuditOperations.class, DatabaseBackupCommand.class, TenantCompleter.class);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String good(String line) {
        Result result = console.run(line.replace("$a", a).replace("$f", folder.toString()));
        assertEquals(0, result.status(), result.toString());
        return result.out().strip();
    }

    private String bad(String line) {
        Result result = console.run(line.replace("$a", a).replace("$f", folder.toString()));
        assertEquals(1, result.status(), result.toString());
        return (result.out() + result.err()).strip();
    }

    @Test
    @DisplayName(
            "a marketplace is taken out into a new file of the owner's, and erased once it is on hold and confirmed")
    void tenant() throws Exception {
        assertTrue(good("tenant:export $a $f/a.zip").contains("core_seller: 1 rows"));
        Path zip = folder.resolve("a.zip");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
        assertTrue(bad("tenant:export $a $f/a.zip").contains("there is a file"));
        assertTrue(bad("tenant:export $a $f/none/a.zip").contains("file"));
        assertTrue(bad("tenant:export nowhere $f/b.zip").contains("nowhere"));
        assertFalse(Files.exists(folder.resolve("b.zip")) || Files.exists(folder.resolve("b.zip.part")));
        assertTrue(bad("tenant:erase $a").contains("confirm"));
        assertTrue(bad("tenant:erase $a --confirm $a").contains("tenant:suspend"));
        platform.callers()
                .as(Caller.operator(null, "op"), () -> platform.tenants().suspend(a, "over"));
        platform.clock().to(platform.clock().instant().plus(Duration.ofSeconds(31)));
        assertTrue(good("tenant:erase $a --confirm $a").endsWith("rows removed."));
        assertTrue(good("audit:operations --json").contains("\"action\":\"tenant.erase\",\"subject\":\"" + a));
        new Census(platform).rows(a).forEach((table, rows) -> assertEquals(0, rows, table));
    }

    @Test
    @DisplayName("a buyer is taken out, and erased when that is confirmed")
    void person() {
        platform.as(a, () -> platform.unitOfWork()
                .run(() -> platform.audit().record("note", "N1", Map.of("of", "nora@example.com"))));
        assertTrue(good("person:export --tenant $a nora@example.com $f/n.zip").contains("core_audit"));
        assertTrue(bad("person:erase --tenant $a nora@example.com").contains("--yes"));
        assertTrue(
                good("person:erase --tenant $a nora@example.com --yes --json").contains("core_audit"));
        assertEquals(0, new Census(platform).where(a, "nora@example.com").size());
        assertTrue(bad("person:erase --tenant $a anna@example.com --yes").contains("seller"));
    }

    @Test
    @DisplayName("the embedded database is backed up; PostgreSQL has tools of its own")
    void backup() {
        if (kind == TestDatabase.Kind.DERBY) {
            assertTrue(good("database:backup $f").contains("db"));
            assertTrue(Files.exists(folder.resolve("db/service.properties")));
            assertTrue(bad("database:backup $f").contains("already"));
            assertTrue(bad("database:backup $f/none").contains("folder"));
        } else {
            assertTrue(bad("database:backup $f").contains("pg_dump"));
        }
    }
}
