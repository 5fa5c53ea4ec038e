package org.bottega.itests.harness;

import java.util.UUID;

/** Staff of a marketplace, added and logged in one after the other. */
public final class Staff {

    /** Of all of them. */
    public static final String PASSWORD = "Pasta4dinner";

    private final Shop shop;
    private String token;

    Staff(Shop shop) {
        this.shop = shop;
    }

    /** The call that adds somebody to the first seller's staff. */
    public Call addCall() {
        String json = "{\"kind\":\"STAFF\",\"email\":\"%s@%s.example\",\"role\":\"support\",\"seller\":\"%s\"}"
                .formatted(UUID.randomUUID(), shop.mark().toLowerCase(), shop.sellerOne());
        return Call.post(shop.path("users"), json).ofSeller().about(shop.sellerOne());
    }

    /** Adds somebody to the first seller's staff. */
    public Answer add() {
        return shop.send(addCall()).expect(201);
    }

    /** The token in the link that was mailed to a new user. */
    public String mailed(String user) {
        String found = new Mails(shop).resetTokenAbout(user);
        if (found.isEmpty()) {
            throw new AssertionError("no mail with a link for " + user);
        }
        return found;
    }

    /** The call that sets a password by a mailed link. */
    public Call resetCall(String mailed) {
        return Call.post(
                        shop.path("auth/password/reset"),
                        "{\"token\":\"" + mailed + "\",\"password\":\"" + PASSWORD + "\"}")
                .without("Idempotency-Key");
    }

    /** Adds somebody who has a password; the address. */
    public String ready() {
        Answer added = add();
        shop.http().send(resetCall(mailed(added.text("id"))), null).expect(204);
        return added.text("email");
    }

    /** The call by which somebody logs in. */
    public Call loginCall(String email) {
        return loginCall(email, PASSWORD);
    }

    /** The same, with any password. */
    public Call loginCall(String email, String password) {
        return Call.form(
                shop.path("auth/token"),
                "grant_type",
                "password",
                "username",
                email,
                "password",
                password,
                "kind",
                "staff");
    }

    /** Logs somebody new in, who makes the calls of staff from now on. */
    public Answer login() {
        Answer answer = shop.http().send(loginCall(ready()), null).expect(200);
        token = answer.text("access_token");
        return answer;
    }

    /** The token of who logged in last. */
    String token() {
        return token;
    }
}
