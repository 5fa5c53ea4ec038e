package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bottega.itests.calls.Examples;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Fingerprint;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Operation;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/** Tenants never meet, and sellers of one tenant neither: shown for every operation and every table there is. */
@Order(20)
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.OrderAnnotation.class)
class IsolationIT {

    /** Tables whose rows come and go by themselves. */
    private static final Set<String> RESTLESS = Set.of("core_token");

    private static Shop a;
    private static Shop b;
    private static List<Operation> operations;
    private static Intruders intruders;

    @BeforeAll
    static void open() {
        Platform platform = Platform.shared();
        platform.console()
                .run("bundle:install -s " + Home.bundle("hello").toUri())
                .ok();
        List<Shop> shops = Shop.open(platform, List.of("sales", "hello", "webhooks"), "alfa", "bravo");
        a = shops.get(0);
        b = shops.get(1);
        settleModules(platform);
        operations = Operation.of(a);
        intruders = new Intruders(a, b);
    }

    /** A module that was switched on is told so once more, a minute later; here at once, so that nothing waits for it then. */
    private static void settleModules(Platform platform) {
        platform.probe()
                .sql("UPDATE core_module_state SET due_at = {ts '2020-01-01 00:00:00'} WHERE due_at IS NOT NULL");
    }

    @AfterAll
    static void removeHello() {
        Platform.shared().console().run("bundle:uninstall org.bottega.hello").ok();
    }

    @Test
    @Order(1)
    @DisplayName("every operation of the document has an example, and every example an operation")
    void complete() {
        Set<String> documented = new TreeSet<>();
        operations.forEach(o -> documented.add(o.id()));
        assertEquals(documented, new TreeSet<>(Examples.of(a).operations()));
    }

    @TestFactory
    @Order(2)
    @DisplayName("succeeds for its own, is refused to everybody else")
    Stream<DynamicTest> operations() {
        Examples examples = Examples.of(a);
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : operations) {
            int number = 1;
            for (Supplier<Call> example : examples.get(operation.id())) {
                tests.add(dynamicTest(operation.id() + " " + number++, () -> check(operation, example)));
            }
        }
        return tests.stream();
    }

    private static void check(Operation operation, Supplier<Call> example) {
        Call call = example.get();
        assertTrue(operation.matches(call), call + " is not a call of " + operation);
        Fingerprint others = settled().of(b.tenant());
        Answer own = a.http().send(call, operation.anonymous() ? null : a.makersToken(call));
        assertTrue(own.isSuccess(), () -> call + " should succeed for its own: " + own);
        Fingerprint before = settled();
        assertEquals("", others.difference(before.of(b.tenant())), () -> call + " of A changes nothing of B");
        intruders.tryAll(operation, call, own);
        assertEquals(
                "",
                changes(before.of(a.tenant()), quiet().of(a.tenant())),
                () -> call + " refused changes nothing of A");
    }

    /**
     * What refused calls changed. An intruder of the same marketplace who is refused item by item has an answer of his own
     * to be kept under his key; a log-in that is refused is counted, and told in the audit.
     */
    private static String changes(Fingerprint before, Fingerprint after) {
        Set<String> traces = new TreeSet<>(Set.of("web_idempotency", "core_login_try"));
        if (before.rows("core_audit", a.tenant()) != after.rows("core_audit", a.tenant())
                && before.difference(after).contains("core_login_try")) {
            traces.add("core_audit");
        }
        return before.without(traces).difference(after.without(traces));
    }

    @Test
    @Order(3)
    @DisplayName("every operation succeeds for the other tenant as well")
    void both() {
        Examples examples = Examples.of(b);
        for (Operation operation : operations) {
            for (Supplier<Call> example : examples.get(operation.id())) {
                Call call = example.get();
                Answer own = b.http().send(call, operation.anonymous() ? null : b.makersToken(call));
                assertTrue(own.isSuccess(), () -> call + ": " + own);
            }
        }
    }

    @Test
    @Order(4)
    @DisplayName("every table belongs to tenants and holds rows of both, but for a few that are named")
    void tables() {
        Fingerprint all = quiet();
        assertEquals(KnownTables.WITHOUT_TENANT, all.tables(false), "tables without tenant_id");
        Set<String> unused = new TreeSet<>();
        for (String table : all.tables(true)) {
            if (all.rows(table, a.tenant()) == 0 || all.rows(table, b.tenant()) == 0) {
                unused.add(table);
            }
        }
        assertEquals(KnownTables.EMPTY_WHEN_QUIET, unused, "tenant tables without rows of both tenants");
    }

    private static Fingerprint settled() {
        return a.platform().probe().settled(RESTLESS);
    }

    private static Fingerprint quiet() {
        return a.platform().probe().quiet(RESTLESS);
    }
}
