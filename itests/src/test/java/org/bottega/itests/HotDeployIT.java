package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bottega.itests.calls.HelloCalls;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Console;
import org.bottega.itests.harness.Fingerprint;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Jars;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A module comes, is renewed and goes while another one works under load. */
@Order(40)
class HotDeployIT {

    private static final int CLIENTS = 4;
    private static final int ROUNDS = 3;

    private static Shop a;
    private static Shop b;
    private static Console console;

    /** Of clients that may greet: permissions outlive their module. */
    private static Map<Shop, String> tokens;

    @BeforeAll
    static void open() {
        List<Shop> shops = Shop.open(Platform.shared(), List.of("sales"), "hota", "hotb");
        a = shops.get(0);
        b = shops.get(1);
        console = Platform.shared().console();
        Path hello = Home.bundle("hello");
        console.run("bundle:install -s " + hello.toUri()).ok();
        tokens = Map.of(a, a.newClient().token(), b, b.newClient().token());
        console.run("bundle:uninstall org.bottega.hello").ok();
    }

    @Test
    @DisplayName("hello is installed, updated and removed: not one sales request fails")
    void underLoad() throws Exception {
        Path first = Home.bundle("hello");
        SalesLoad load = new SalesLoad(a, CLIENTS);
        load.start();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                round(first, "1.0." + round);
            }
        } finally {
            load.stop();
        }
        assertEquals(List.of(), load.failures(), "failed sales requests");
        assertTrue(load.succeeded() > 200, () -> "only " + load.succeeded() + " requests");
    }

    private static void round(Path first, String version) {
        console.run(
                        "bundle:install -s " + first.toUri(),
                        "module:enable --tenant hota hello",
                        "module:enable --tenant hotb hello")
                .ok();
        greets(a);
        greets(b);
        Path next = Jars.renewed(first, version, Home.work("hello-" + version + ".jar"));
        String modules = console.run("bundle:update org.bottega.hello " + next.toUri(), "module:list --tenant hota")
                .ok()
                .output();
        assertTrue(modules.contains(version), modules);
        greets(a);
        greets(b);
        heard();
        disabledForOne();

        console.run("bundle:stop org.bottega.hello").ok();
        Answer away = send(b, list(b)).expectProblem(503, "module-unavailable");
        assertTrue(away.header("Retry-After").isPresent());
        console.run("bundle:start org.bottega.hello").ok();
        greets(b);
        console.run("module:disable --tenant hotb hello", "bundle:uninstall org.bottega.hello")
                .ok();
        send(b, list(b)).expectProblem(404, "module-not-enabled");
    }

    private static void disabledForOne() {
        Fingerprint before = b.platform().probe().fingerprint().of(b.tenant());
        console.run("module:disable --tenant hota hello").ok();
        send(a, list(a)).expectProblem(404, "module-not-enabled");
        send(b, list(b)).expect(200);
        assertEquals("", before.difference(b.platform().probe().fingerprint().of(b.tenant())), "the other's rows");
        greets(b);
    }

    private static void greets(Shop shop) {
        send(shop, HelloCalls.greet(shop)).expect(201);
        assertTrue(send(shop, list(shop)).expect(200).json().path("items").size() > 0);
    }

    /** The events of all greetings are delivered, to the old version or to the new one. */
    private static void heard() {
        await("events").atMost(Duration.ofSeconds(30)).until(() -> {
            var items = send(b, list(b)).expect(200).json().path("items").findValues("heardAt");
            return items.stream().filter(n -> !n.isNull()).count()
                    == send(b, list(b)).json().path("items").size();
        });
    }

    private static Answer send(Shop shop, Call call) {
        return shop.http().send(call, tokens.get(shop));
    }

    private static Call list(Shop shop) {
        return Call.get(shop.path("hello/greetings?limit=100"));
    }
}
