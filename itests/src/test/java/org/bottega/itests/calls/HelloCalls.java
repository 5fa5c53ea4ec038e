package org.bottega.itests.calls;

import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of the module hello. Greetings belong to the marketplace, not to a seller. */
public final class HelloCalls {

    private HelloCalls() {}

    static void add(Examples examples, Shop shop) {
        examples.add("hello.greet", () -> greet(shop))
                .add("hello.listGreetings", () -> {
                    shop.send(greet(shop)).expect(201);
                    return Call.get(shop.path("hello/greetings"));
                })
                .add("hello.listGreetings", () -> nextPage(shop));
    }

    public static Call greet(Shop shop) {
        return Call.post(shop.path("hello/greetings"), "{\"name\":\"" + shop.mark() + " Greeted\"}");
    }

    private static Call nextPage(Shop shop) {
        shop.send(greet(shop)).expect(201);
        shop.send(greet(shop)).expect(201);
        String first = shop.path("hello/greetings?limit=1");
        String cursor = shop.sendAsOne(Call.get(first)).expect(200).text("next");
        return Call.get(first + "&cursor=" + Call.enc(cursor)).about(cursor);
    }
}
