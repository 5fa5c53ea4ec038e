package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of the clock, which can be moved in a sandbox. */
final class ClockCalls {

    private ClockCalls() {}

    static void add(Examples examples, Shop shop) {
        examples.add("core.getClock", () -> Call.get(shop.path("clock"))).add("core.advanceClock", () -> {
            await("the end of the last move").atMost(Duration.ofSeconds(30)).until(() -> !state(shop)
                    .equals("MOVING"));
            return Call.post(shop.path("clock/advance"), "{\"by\":\"PT0.001S\"}")
                    .ofMarketplace();
        });
    }

    private static String state(Shop shop) {
        return shop.send(Call.get(shop.path("clock")))
                .expect(200)
                .json()
                .path("move")
                .path("state")
                .asText();
    }
}
