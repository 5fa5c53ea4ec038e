package org.bottega.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.spi.DueWork;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.mail.TestMails;
import org.bottega.core.shell.HealthCheckCommand;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.persistence.DueRows.Due;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HealthTest extends PlatformTest {

    private static int tenants;

    private String a;
    private DueWorks works;
    private Backlog backlog;

    @BeforeEach
    void open() {
        a = "health-" + ++tenants;
        platform.newTenant(a);
        works = new DueWorks();
        backlog = new Backlog(
                platform.dueRows(),
                works,
                platform.modules(),
                platform.tenants(),
                platform.core().times());
    }

    private record Work(String id, String table, String module) implements DueWork {
        Work(String id, String table) {
            this(id, table, "core");
        }

        @Override
        public void process(String row) {}
    }

    private static HealthCheck check(String name, Optional<String> failure) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> failure() {
                return failure.map(text -> {
                    if (text.isEmpty()) {
                        throw new IllegalStateException("broken check");
                    }
                    return text;
                });
            }
        };
    }

    private void suspend() {
        platform.as(a, () -> platform.tenants().suspend(a, "end of test"));
    }

    @Test
    @DisplayName("mails that wait for ten minutes are told; those of a suspended marketplace are not")
    void mail() {
        MailHealth health = new MailHealth(backlog);
        assertEquals(Optional.empty(), health.failure());
        works.bind(new Work("core.mail", "core_mail"));
        String id = new TestMails(platform).add(a);
        Instant due = platform.clock().instant();
        platform.clock().advance(Backlog.LATE.minusMillis(1));
        assertEquals(Optional.empty(), health.failure());
        platform.clock().advance(Duration.ofMillis(1));
        assertEquals(Optional.of("core.mail: " + a + " " + id + " is due since " + due), health.failure());
        assertEquals(Optional.empty(), new DeadlineHealth(backlog).failure(), "mails have their own check");
        suspend();
        assertEquals(Optional.empty(), health.failure());
    }

    @Test
    @DisplayName("deadlines that nobody has kept, and rows given up, are told")
    void deadlines() {
        DeadlineHealth health = new DeadlineHealth(backlog);
        works.bind(new Work("core.catch-up", "core_module_state"));
        platform.module(module("clocked"));
        platform.enable(a, "clocked");
        platform.clock().advance(Duration.ofMinutes(1).plus(Backlog.LATE).minusMillis(1));
        assertEquals(Optional.empty(), health.failure());
        platform.clock().advance(Duration.ofMillis(1));
        String late = health.failure().orElseThrow();
        assertTrue(late.startsWith("core.catch-up: " + a + " clocked is due since "), late);
        Due row = platform.dueRows()
                .of("core_module_state", a, platform.clock().instant(), 1)
                .get(0);
        platform.as(a, () -> platform.unitOfWork()
                .run(() -> platform.dueRows().failed("core_module_state", row, null, "no use")));
        assertEquals(Optional.of("given up, core_module_state: {" + a + "=1}"), health.failure());
        platform.as(a, () -> platform.core().moduleDesk());
        platform.as(a, () -> platform.modules().disable("clocked"));
        platform.enable(a, "clocked");
        assertEquals(Optional.empty(), health.failure());
    }

    @Test
    @DisplayName("what is due of a module that is off, or of a moved clock, is not late; nor are other rows late mails")
    void notLate() {
        String sandbox = a + "-toy";
        platform.newSandbox(sandbox);
        platform.module(module("paced"));
        platform.enable(sandbox, "paced");
        platform.clock().advance(Duration.ofMinutes(1).plus(Backlog.LATE));
        Work work = new Work("paced.wait", "core_module_state", "paced");
        works.bind(work);
        assertTrue(backlog.late(work).orElseThrow().startsWith("paced.wait: " + sandbox + " paced "));
        assertEquals(Optional.empty(), new MailHealth(backlog).failure());
        assertEquals(Optional.empty(), backlog.late(new Work("off.wait", "core_module_state", "off")));
        platform.fastForward(sandbox, "PT1H");
        assertEquals(Optional.empty(), backlog.late(work));
    }

    @Test
    @DisplayName("checks have names, take the time they take, and go with their bundles")
    void checks() {
        assertEquals("mail", new MailHealth(backlog).name());
        assertEquals("deadlines", new DeadlineHealth(backlog).name());
        Checkup checkup = new Checkup();
        HealthCheck check = check("database", Optional.empty());
        checkup.addCheck(check);
        assertTrue(checkup.run().get(0).millis() < Duration.ofHours(1).toMillis());
        checkup.removeCheck(check);
        assertEquals(List.of(), checkup.run());
    }

    @Test
    @DisplayName("health:check shows every check with its time, and ends with status 1 when one fails or breaks")
    void command() {
        Checkup checkup = new Checkup();
        checkup.addCheck(check("modules", Optional.empty()));
        checkup.addCheck(check("database", Optional.empty()));
        try (TestConsole console = new TestConsole(platform.callers(), checkup).with(HealthCheckCommand.class)) {
            TestConsole.Result well = console.run("health:check --json");
            assertEquals(0, well.status(), well.toString());
            assertTrue(well.out().startsWith("[{\"check\":\"database\",\"well\":true,\"millis\":"), well.out());
            checkup.addCheck(check("outbox", Optional.of("behind")));
            checkup.addCheck(check("mail", Optional.of("")));
            TestConsole.Result ill = console.run("health:check");
            assertEquals(1, ill.status());
            assertTrue(ill.out().contains("behind") && ill.out().contains("broken check"), ill.out());
            assertTrue(ill.out().contains("not well: mail, outbox"), ill.out());
        }
        assertEquals(
                List.of("database", "mail", "modules", "outbox"),
                checkup.run().stream().map(Checkup.Result::name).toList());
    }
}
