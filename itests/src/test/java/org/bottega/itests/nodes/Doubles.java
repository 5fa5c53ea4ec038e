package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;
import org.bottega.itests.harness.Together;

/** Wishes that several nodes hear at the same instant, each of them twice. */
final class Doubles {

    private static final int EACH = 2;

    private final List<Shop> shops;
    private final Sales sales;
    private final String offer;

    /** One marketplace, at each of the nodes; nothing else happens in it. */
    Doubles(List<Shop> shops) {
        this.shops = shops;
        this.sales = new Sales(shops.get(0));
        this.offer = sales.offer();
    }

    /** Buys and gives back so often, half of the refunds under one key for all and half under a key for each. */
    void buyAndGiveBack(int times) {
        for (int i = 0; i < times; i++) {
            Call buy = sales.purchaseCall(offer, Sales.APPROVED);
            String transaction = same(tell(() -> buy), 201, answer -> answer.text("transaction"));
            Call refund = sales.refundCall(transaction);
            if (i % 2 == 0) {
                same(tell(() -> refund), 200, Answer::body);
            } else {
                List<Answer> answers = tell(() -> refund.key(UUID.randomUUID().toString()));
                answers.forEach(answer -> answer.expect(200, 409, 422));
                assertEquals(1, answers.stream().filter(Answer::isSuccess).count(), answers.toString());
            }
        }
        Books books = new Books(shops.get(0));
        String all = String.valueOf(times);
        assertEquals(List.of(all), books.rows("SELECT COUNT(*) FROM sales_purchase WHERE tenant_id = %s"));
        assertEquals(
                Map.of("CHARGE", all, "REFUND", all),
                books.pairs("SELECT kind, COUNT(*) FROM sales_sandbox WHERE tenant_id = %s AND refused = false"
                        + " GROUP BY kind"));
        books.heard();
        assertEquals(all, books.mails().get("refund-buyer"));
    }

    /** What all answers say. */
    private static String same(List<Answer> answers, int status, Function<Answer, String> what) {
        Set<String> said = answers.stream()
                .map(answer -> what.apply(answer.expect(status)))
                .collect(Collectors.toSet());
        assertEquals(1, said.size(), said.toString());
        return said.iterator().next();
    }

    /** Makes the call as the first seller's client; who is told to wait asks again. */
    private List<Answer> tell(Supplier<Call> call) {
        List<Callable<Answer>> works = new ArrayList<>();
        for (Shop shop : shops) {
            for (int i = 0; i < EACH; i++) {
                Call one = call.get();
                works.add(() -> ask(shop, one));
            }
        }
        return Together.all(works);
    }

    private static Answer ask(Shop shop, Call call) {
        return await("an answer to " + call)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> shop.sendAsOne(call), answer -> !isInFlight(answer));
    }

    private static boolean isInFlight(Answer answer) {
        return answer.status() == 409 && answer.text("code").equals("idempotency-in-flight");
    }
}
