package org.bottega.itests.hot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bottega.itests.calls.HelloCalls;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Clients of the other modules and of the platform itself: they greet, list, look at endpoints, modules, users. */
final class Greeter {

    private final Shop shop;
    private final Set<String> greeted = new ConcurrentSkipListSet<>();

    Greeter(Shop shop) {
        this.shop = shop;
    }

    Load.Client client() {
        return new Load.Client() {
            private final List<Call> looks = List.of(
                    Call.get(shop.path("hello/greetings?limit=10")),
                    Call.get(shop.path("webhooks/endpoints")),
                    Call.get(shop.path("modules")),
                    Call.get(shop.path("users?limit=5")));
            private int round;

            @Override
            public Call next() {
                int turn = round++ % (looks.size() + 1);
                return turn == 0 ? HelloCalls.greet(shop) : looks.get(turn - 1);
            }

            @Override
            public void heard(Call call, Answer answer) {
                if (answer.status() == 201) {
                    greeted.add(answer.text("id"));
                }
            }
        };
    }

    /** Every greeting is there, once, and was heard of. */
    void check() {
        await("greetings are heard").atMost(Duration.ofSeconds(60)).until(() -> ids("heard_at IS NULL AND")
                .isEmpty());
        assertEquals(new TreeSet<>(greeted), ids(""), "greetings");
    }

    private Set<String> ids(String where) {
        return new TreeSet<>(shop.platform()
                .probe()
                .sql("SELECT id FROM hello_greetings WHERE " + where + " tenant_id = '" + shop.tenant() + "'"));
    }
}
