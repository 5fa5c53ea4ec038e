package org.bottega.itests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;
import org.bottega.itests.harness.Together;

/** Wrong passwords for one address, at several nodes. */
final class Guesses {

    private static final int EACH = 6;

    private final List<Shop> shops;
    private final String email;

    /** Of a new member of the staff of one marketplace, at each of the nodes. */
    Guesses(List<Shop> shops) {
        this.shops = shops;
        this.email = shops.get(0).staff().ready();
    }

    /** However many come at once, and wherever: five are judged, then the right one is not either. */
    void fiveAreJudged() {
        List<Callable<Answer>> tries = new ArrayList<>();
        for (Shop shop : shops) {
            for (int i = 0; i < EACH; i++) {
                Call guess = shop.staff().loginCall(email, "Guess1234" + i);
                tries.add(() -> shop.http().send(guess, null));
            }
        }
        List<Answer> answers = Together.all(tries);
        answers.forEach(answer -> answer.expect(400, 429));
        assertEquals(
                5, answers.stream().filter(answer -> answer.status() == 400).count(), answers.toString());
        shops.forEach(
                shop -> shop.http().send(shop.staff().loginCall(email), null).expectProblem(429, "too-many-tries"));
    }
}
