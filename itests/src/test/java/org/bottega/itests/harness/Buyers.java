package org.bottega.itests.harness;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Buyers of a marketplace who have an account and are logged in, each once. */
public final class Buyers {

    private static final String PASSWORD = "Pasta4dinner";

    private final Shop shop;
    private final Map<String, String> tokens = new HashMap<>();

    Buyers(Shop shop) {
        this.shop = shop;
    }

    /** Address of the first buyer, who makes the calls that are a buyer's. */
    public String first() {
        return "first@" + shop.mark().toLowerCase() + ".example";
    }

    /** Address of another buyer of the same marketplace. */
    public String other() {
        return "second@" + shop.mark().toLowerCase() + ".example";
    }

    /** A token of the buyer with this address. */
    public synchronized String token(String email) {
        return tokens.computeIfAbsent(email, this::login);
    }

    private String login(String email) {
        Http http = shop.http();
        http.send(json("auth/register", "{\"email\":\"" + email + "\"}"), null).expect(202);
        http.send(
                        json(
                                "auth/password/reset",
                                "{\"token\":\"" + mailed(email) + "\",\"password\":\"" + PASSWORD + "\"}"),
                        null)
                .expect(204);
        Call login = Call.form(
                shop.path("auth/token"),
                "grant_type",
                "password",
                "username",
                email,
                "password",
                PASSWORD,
                "kind",
                "buyer");
        return http.send(login, null).expect(200).text("access_token");
    }

    private Call json(String path, String body) {
        return Call.post(shop.path(path), body).without("Idempotency-Key");
    }

    /** The token in the mailed link; the mail is written a moment after it was asked for. */
    private String mailed(String email) {
        Mails mails = new Mails(shop);
        return await("a mail with a link for " + email)
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails.resetTokenTo(email), found -> !found.isEmpty());
    }
}
