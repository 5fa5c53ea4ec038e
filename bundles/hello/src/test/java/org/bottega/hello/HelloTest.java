package org.bottega.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.spi.Impact;
import org.bottega.core.testing.TestPlatform;
import org.bottega.hello.reaction.HearGreeting;
import org.bottega.hello.store.Greeting;
import org.bottega.hello.store.Greetings;
import org.bottega.hello.store.Purge;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole module in a plain JVM, on a real database. */
class HelloTest {

    private final TestPlatform platform = TestPlatform.on(TestDatabase.Kind.usual());
    private final Greetings greetings =
            new Greetings(platform.store("hello"), platform.ids(), platform.businessClock());
    private final Hello hello = new Hello(greetings, platform.unitOfWork(), platform.events(), platform.audit());

    @BeforeEach
    void open() {
        platform.module(new HelloModule("1.0.0", greetings, new Purge(platform.store("hello"))));
        platform.listen(new HearGreeting(greetings));
        for (String tenant : List.of("acme", "bravo")) {
            platform.newTenant(tenant);
            platform.enable(tenant, HelloModule.ID);
        }
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    @DisplayName("a greeting is listed at its tenant only, newest first")
    void greets() {
        platform.as("acme", () -> hello.greet("Ada"));
        platform.advance(Duration.ofSeconds(1));
        platform.as("acme", () -> hello.greet("Grace"));

        assertEquals(List.of("Grace", "Ada"), names("acme"));
        assertEquals(List.of(), names("bravo"));
    }

    @Test
    @DisplayName("it is heard once its event is delivered, at the instant it was made")
    void heard() {
        Greeting greeting = platform.as("acme", () -> hello.greet("Ada"));
        assertNull(greeting.heardAt());
        platform.drain();
        assertEquals(greeting.greetedAt(), list("acme").items().get(0).heardAt());
    }

    @Test
    @DisplayName("before it is purged it tells how many greetings there are; then they are gone, at its tenant only")
    void purge() {
        platform.as("acme", () -> hello.greet("Ada"));
        platform.as("bravo", () -> hello.greet("Grace"));
        platform.drain();
        platform.as("acme", () -> platform.modules().disable(HelloModule.ID));
        assertEquals(
                List.of(new Impact("greetings", 1)),
                platform.as("acme", () -> platform.core().moduleDesk().plan(HelloModule.ID, Change.PURGE))
                        .impact());
        platform.as("acme", () -> platform.core().moduleDesk().purge(HelloModule.ID));
        assertEquals(List.of(), names("acme"));
        assertEquals(List.of("Grace"), names("bravo"));
    }

    private List<String> names(String tenant) {
        return list(tenant).items().stream().map(Greeting::name).toList();
    }

    private Page<Greeting> list(String tenant) {
        return platform.as(tenant, () -> hello.list(PageRequest.of(null, null)));
    }
}
