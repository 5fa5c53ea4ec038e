package org.bottega.itests.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bottega.itests.calls.HelloCalls;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Outcome;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A module's next version is broken: all others go on, it says what is wrong, and the version before can be put back. */
@Order(43)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenUpdateIT {

    private static final Path GOOD = Home.bundle("hello");

    private final Shop shop = Hot.shop("hotbad");
    private final Ledger ledger = new Ledger(shop);
    private Load others;

    @BeforeEach
    void begin() {
        shop.send(HelloCalls.greet(shop)).expect(201);
        others = new Load(shop, Hot.clients(2, ledger::client)).start();
    }

    /** The version before works again, on what was there. */
    @AfterEach
    void putBack() throws Exception {
        int before = greetings();
        Hot.run(Hot.update("hello", GOOD), "bundle:start org.bottega.hello").ok();
        shop.send(list()).expect(200);
        shop.send(HelloCalls.greet(shop)).expect(201);
        assertEquals(before + 1, greetings(), "greetings");
        assertEquals("", told(Hot.run("module:list --json").ok()), "failure");
        Hot.run("health:check").ok();
        shop.http().send(Call.get("/health/ready"), null).expect(200);
        others.more(10);
        others.stop();
        assertEquals(List.of(), others.refused(), "failed requests of others");
        ledger.check();
    }

    @Test
    @DisplayName("a component that throws when it is made")
    void stubborn() {
        Hot.run(Hot.update("hello", Bundles.stubborn("1.2.1"))).ok();
        assertTold(
                "org.bottega.hello.web.HelloRest failed: java.lang.IllegalStateException: the safe of Hello has no key");
    }

    @Test
    @DisplayName("an import that nobody offers")
    void lonely() {
        Outcome refused = Hot.run(Hot.update("hello", Bundles.lonely("1.2.2")));
        assertNotEquals(0, refused.exit());
        assertTrue(refused.output().contains("org.bottega.nowhere"), refused.output());
        assertTold("its bundle org.bottega.hello 1.2.2 does not resolve: nobody offers"
                + " (&(osgi.wiring.package=org.bottega.nowhere)(version>=1.0.0)(!(version>=2.0.0)))");
    }

    @Test
    @DisplayName("a migration that fails: nothing of it stays")
    void clumsy() {
        Hot.run(Hot.update("hello", Bundles.clumsy("1.2.3"))).ok();
        assertTold("V900__clumsy.sql");
        assertTold("hello_nowhere");
        AssertionError absent =
                assertThrows(AssertionError.class, () -> Hot.platform().probe().sql("SELECT COUNT(*) FROM hello_half"));
        assertTrue(absent.getMessage().toLowerCase(Locale.ROOT).contains("hello_half"), absent.getMessage());
        assertEquals(
                List.of("0"), Hot.platform().probe().sql("SELECT COUNT(*) FROM hello_greetings WHERE name = 'spoilt'"));
        assertEquals(
                List.of("0"),
                Hot.platform().probe().sql("SELECT COUNT(*) FROM \"hello_flyway\" WHERE \"version\" = '900'"));
    }

    @Test
    @DisplayName("a start that takes three seconds is none of these: who asks waits, and is answered")
    void slow() throws Exception {
        Greeter greeter = new Greeter(shop);
        Load greeting = new Load(shop, Hot.clients(2, greeter::client)).start();
        greeting.more(20);
        Hot.run(Hot.update("hello", Bundles.slow("1.2.4"))).ok();
        greeting.more(20);
        greeting.stop();
        assertEquals(List.of(), greeting.refused(), "refused greetings");
        long longest = Load.percentile(greeting.all(), 100);
        assertTrue(longest >= 3000, () -> longest + " ms");
    }

    private void assertTold(String reason) {
        String failure = told(Hot.run("module:list --json").ok());
        assertTrue(contains(failure, reason), failure);
        Outcome health = Hot.run("health:check");
        assertNotEquals(0, health.exit());
        assertTrue(health.output().contains("modules"), health.output());
        assertTrue(contains(health.output(), reason), health.output());
        shop.http().send(Call.get("/health/ready"), null).expect(200);
        Answer away = shop.send(list()).expectProblem(503, "module-unavailable");
        assertEquals("2", away.header("Retry-After").orElseThrow());
    }

    /** Whatever the case: each database has its own for names. */
    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** What {@code module:list} says is wrong with hello. */
    private static String told(Outcome modules) {
        String line = modules.output()
                .lines()
                .filter(text -> text.startsWith("["))
                .findFirst()
                .orElseThrow();
        for (var module : new Answer(200, null, line).json()) {
            if (module.path("id").asText().equals("hello")) {
                return module.path("failure").asText("");
            }
        }
        throw new AssertionError(line);
    }

    private int greetings() {
        return Integer.parseInt(Hot.platform()
                .probe()
                .sql("SELECT COUNT(*) FROM hello_greetings WHERE tenant_id = '" + shop.tenant() + "'")
                .get(0));
    }

    private Call list() {
        return Call.get(shop.path("hello/greetings"));
    }
}
