package org.bottega.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bottega.api.spi.DueWork;
import org.bottega.core.deadline.DeadlineDesk;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.bottega.persistence.DueRows.Due;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlineCommandsTest extends PlatformTest {

    private static final String TABLE = "core_module_state";
    private static int tenants;

    private String a;
    private TestConsole console;

    private record Work(String id, String table) implements DueWork {
        @Override
        public String module() {
            return "core";
        }

        @Override
        public boolean realTime() {
            return true;
        }

        @Override
        public void process(String row) {}
    }

    @BeforeEach
    void open() {
        a = "late-" + ++tenants;
        DueWorks works = new DueWorks();
        works.bind(new Work("core.catch-up", TABLE));
        works.bind(new Work("core.mail", "core_mail"));
        DeadlineDesk desk = new DeadlineDesk(
                platform.dueRows(),
                works,
                platform.unitOfWork(),
                platform.core().times(),
                platform.audit());
        console = new TestConsole(platform.callers(), platform.tenants(), desk)
                .with(DeadlineList.class, DeadlineRetry.class, TenantCompleter.class, DeadlineCompleter.class);
        platform.module(module("first"));
        platform.module(module("other"));
        platform.newTenant(a);
        platform.enable(a, "first");
        platform.enable(a, "other");
        platform.clock().advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void giveUp() {
        List<Due> rows = platform.dueRows().of(TABLE, a, platform.clock().instant(), 9);
        assertEquals(2, rows.size());
        platform.as(a, () -> platform.unitOfWork()
                .run(() -> rows.forEach(row -> platform.dueRows().failed(TABLE, row, null, "no use: " + row.id()))));
    }

    private String good(String line) {
        Result result = console.run(line.replace("$a", a));
        assertEquals(0, result.status(), result.toString());
        return result.out().strip();
    }

    private String bad(String line) {
        Result result = console.run(line.replace("$a", a));
        assertEquals(1, result.status(), result.toString());
        return (result.out() + result.err()).strip();
    }

    private long due() {
        return platform.dueRows().of(TABLE, a, platform.clock().instant(), 9).size();
    }

    @Test
    @DisplayName("deadlines that were given up are listed with their error, and tried again by hand, one or all")
    void givenUp() throws IOException {
        assertEquals("Nothing was given up.", good("deadline:list --tenant $a"));
        giveUp();
        assertEquals(0, due());
        JsonNode rows = new ObjectMapper().readTree(good("deadline:list --tenant $a --json"));
        assertEquals(2, rows.size());
        assertEquals(
                List.of(a, "core.catch-up", "first", "1", "no use: first"),
                List.of(
                        rows.get(0).path("tenant").asText(),
                        rows.get(0).path("work").asText(),
                        rows.get(0).path("id").asText(),
                        rows.get(0).path("attempts").asText(),
                        rows.get(0).path("error").asText()));
        assertTrue(good("deadline:list").contains(a));
        assertEquals(
                1,
                new ObjectMapper()
                        .readTree(good("deadline:list --tenant $a --json --limit 1"))
                        .size());
        assertEquals(List.of("first"), console.complete("deadline:retry --tenant " + a + " fi"));

        assertEquals("nothing was given up of ghost", bad("deadline:retry --tenant $a ghost"));
        assertEquals("nothing was given up of first", bad("deadline:retry --tenant $a first --work core.file"));
        assertEquals("Deadline first of " + a + " is tried again.", good("deadline:retry first --tenant $a"));
        assertEquals(1, due());
        assertEquals("nothing was given up of first", bad("deadline:retry --tenant $a first"));
        assertEquals("1 deadlines of " + a + " are tried again.", good("deadline:retry --tenant $a --all"));
        assertEquals(2, due());
        assertTrue(bad("deadline:retry --tenant $a").contains("or --all"));
        assertEquals("there is no tenant nowhere", bad("deadline:list --tenant nowhere"));
    }

    @Test
    @DisplayName("a module that is switched off has no deadline that was given up")
    void switchedOff() {
        giveUp();
        platform.as(a, () -> platform.modules().disable("first"));
        platform.as(a, () -> platform.modules().disable("other"));
        assertEquals("Nothing was given up.", good("deadline:list --tenant $a"));
    }
}
