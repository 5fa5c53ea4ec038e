package org.bottega.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.mail.StoredMail;
import org.bottega.core.mail.StoredMail.State;
import org.bottega.core.mail.TestMails;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class SweeperTest {

    private record Module(ModuleInfo info) implements BusinessModule {}

    private static TestPlatform platform;
    private static TestMails mails;
    private static Sweeper sweeper;
    private static int tenants;

    @Parameter
    TestDatabase.Kind kind;

    private final Map<String, Map<String, Instant>> before = new HashMap<>();
    private String tenant;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase.Kind kind) {
        platform = TestPlatform.on(kind);
        platform.module(new Module(new ModuleInfo("errand", "Errand", "1.0.0", Set.of(), Set.of())));
        mails = new TestMails(platform);
        sweeper = new Sweeper(
                platform.dueRows(),
                platform.modules(),
                platform.callers(),
                platform.unitOfWork(),
                platform.core().times());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        platform.close();
    }

    @BeforeEach
    void begin() {
        tenant = "shop-" + ++tenants;
        platform.newTenant(tenant);
        platform.enable(tenant, "errand");
    }

    private static Errand errand(Consumer<String> work) {
        return new Errand(platform.unitOfWork(), true, work);
    }

    private void sweep(Errand errand) {
        Tracked<org.bottega.api.spi.DueWork> work = new Tracked<>(errand);
        sweeper.find(errand, Set.of(), new HashSet<>())
                .forEach(
                        (of, rows) -> before.put(of, sweeper.sweep(work, of, rows, before.getOrDefault(of, Map.of()))));
    }

    private void later(Errand errand, Duration by) {
        platform.clock().advance(by);
        sweep(errand);
    }

    @Test
    @DisplayName("a row that fails is put off alone, its effect undone; the others are done")
    void failsAlone() {
        Errand errand = errand(mails::sent);
        List<String> ids = List.of(mails.add(tenant), mails.add(tenant), mails.add(tenant));
        errand.refuse(ids.get(1));
        sweep(errand);
        assertEquals(State.SENT, mails.find(tenant, ids.get(0)).state());
        assertEquals(State.SENT, mails.find(tenant, ids.get(2)).state());
        StoredMail failed = mails.find(tenant, ids.get(1));
        assertEquals(State.QUEUED, failed.state());
        assertEquals(
                "IllegalArgumentException: cannot do " + ids.get(1),
                failed.progress().error());
        assertEquals(
                platform.clock().instant().plusSeconds(5), failed.progress().dueAt());
        errand.accept(ids.get(1));
        long attempts = errand.attempts(ids.get(1));
        later(errand, Duration.ofMillis(4999));
        assertEquals(attempts, errand.attempts(ids.get(1)));
        later(errand, Duration.ofMillis(1));
        StoredMail done = mails.find(tenant, ids.get(1));
        assertEquals(State.SENT, done.state());
        assertNull(done.progress().error());
    }

    @Test
    @DisplayName("a row that fails ten times is parked with its error")
    void parked() {
        Errand errand = errand(id -> {});
        String id = mails.add(tenant);
        errand.refuse(id);
        sweep(errand);
        for (int i = 1; i < 10; i++) {
            Instant due = mails.find(tenant, id).progress().dueAt();
            assertEquals(platform.clock().instant().plusSeconds(Math.min(3600, 5L << (i - 1))), due);
            later(errand, Duration.between(platform.clock().instant(), due));
        }
        assertEquals(10, errand.attempts(id));
        StoredMail parked = mails.find(tenant, id);
        assertNull(parked.progress().dueAt());
        assertEquals(
                "IllegalArgumentException: cannot do " + id, parked.progress().error());
        later(errand, Duration.ofDays(2));
        assertEquals(10, errand.attempts(id));
    }

    @Test
    @DisplayName("work that leaves its row due is not done over and over")
    void stuck() {
        Errand errand = errand(id -> {});
        String id = mails.add(tenant);
        sweep(errand);
        sweep(errand);
        sweep(errand);
        assertEquals(1, errand.attempts(id));
        assertEquals(
                "IllegalStateException: errand.run left due_at as it was",
                mails.find(tenant, id).progress().error());
    }

    @Test
    @DisplayName("a success forgets the failures before it")
    void forgets() {
        Errand errand = errand(mails::putOff);
        String id = mails.add(tenant);
        errand.refuse(id);
        sweep(errand);
        later(errand, Duration.ofSeconds(5));
        errand.accept(id);
        later(errand, Duration.ofSeconds(10));
        assertNull(mails.find(tenant, id).progress().error());
        errand.refuse(id);
        later(errand, Duration.ofSeconds(60));
        assertEquals(
                platform.clock().instant().plusSeconds(5),
                mails.find(tenant, id).progress().dueAt());
    }

    @Test
    @DisplayName("rows of tenants that have the module off are left alone")
    void off() {
        Errand errand = errand(mails::sent);
        String other = tenant + "-off";
        platform.newTenant(other);
        String mine = mails.add(tenant);
        String theirs = mails.add(other);
        sweep(errand);
        assertEquals(1, errand.attempts(mine));
        assertEquals(0, errand.attempts(theirs));
        platform.enable(other, "errand");
        sweep(errand);
        assertEquals(State.SENT, mails.find(other, theirs).state());
    }

    @Test
    @DisplayName("rows of a suspended marketplace wait, and are done when it goes on")
    void suspended() {
        Errand errand = errand(mails::sent);
        String mine = mails.add(tenant);
        platform.as(tenant, () -> platform.tenants().suspend(tenant, "unpaid"));
        sweep(errand);
        assertEquals(0, errand.attempts(mine));
        platform.as(tenant, () -> platform.tenants().resume(tenant));
        sweep(errand);
        assertEquals(State.SENT, mails.find(tenant, mine).state());
    }

    @Test
    @DisplayName("work in steps runs outside a unit of work; its failures are noted too")
    void outside() {
        Errand errand = new Errand(
                platform.unitOfWork(), false, id -> platform.unitOfWork().run(() -> mails.putOff(id)));
        String id = mails.add(tenant);
        errand.refuse(id);
        sweep(errand);
        StoredMail failed = mails.find(tenant, id);
        assertEquals(
                "IllegalArgumentException: cannot do " + id, failed.progress().error());
        assertEquals(
                platform.clock().instant().plusSeconds(60), failed.progress().dueAt(), "the work's own word counts");
        errand.accept(id);
        later(errand, Duration.ofSeconds(60));
        assertNull(mails.find(tenant, id).progress().error());
    }
}
