package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;
import org.bottega.itests.harness.Together;

/** Changes of a marketplace that are made at one node and looked for at another. */
final class Changes {

    private static final Pattern SINCE = Pattern.compile("on hold since ([-0-9T:.]+Z)");

    private final Shop here;
    private final Shop there;
    private final Spread spread;
    private final Call summary;

    Changes(Shop here, Shop there, Spread spread) {
        this.here = here;
        this.there = there;
        this.spread = spread;
        this.summary = Call.get(here.path("sales/summary"));
    }

    private Answer put(String path, String json) {
        return here.send(Call.of("PUT", here.path(path), "application/json", json)
                        .without("Idempotency-Key"))
                .expect(200);
    }

    void module() {
        spread.within(
                "module off",
                () -> put("modules/sales", "{\"on\":false}"),
                () -> there.send(summary).status() == 404);
        spread.within(
                "module on",
                () -> put("modules/sales", "{\"on\":true}"),
                () -> there.send(summary).status() == 200);
    }

    void policy(int changes) {
        Call preview = Call.get(here.path("sales/purchases/" + new Sales(here).purchase() + "/change-email"));
        spread.within(
                "policy",
                () -> put("policies/sales.emailChange", "{\"values\":{\"maxChanges\":" + changes + "}}"),
                () -> there.send(preview).expect(200).json().path("maxChanges").asInt() == changes);
    }

    void token() {
        String token = here.freshToken(here.all());
        Call revoke = here.revokeCall(here.all(), token);
        spread.within("token revoked", () -> here.http().send(revoke, null).expect(200), () -> isOut(token, summary));
    }

    void client() {
        String add = "{\"label\":\"passing\",\"permissions\":[\"sales:read\"]}";
        Answer added = here.send(Call.post(here.path("clients"), add)).expect(201);
        Shop.Client client = new Shop.Client(added.text("client"), added.text("secret"), null);
        String good = here.freshToken(client);
        Call revoke = Call.of("DELETE", here.path("clients/" + client.id()), null, null)
                .without("Idempotency-Key");
        spread.within("client revoked", () -> here.send(revoke).expect(204), () -> isOut(good, summary));
        there.http().send(there.tokenCall(client), null).expect(401);
    }

    void user() {
        Answer user = here.staff().add();
        here.http()
                .send(here.staff().resetCall(here.staff().mailed(user.text("id"))), null)
                .expect(204);
        String token = there.http()
                .send(there.staff().loginCall(user.text("email")), null)
                .expect(200)
                .text("access_token");
        Call disable = Call.post(here.path("users/" + user.text("id") + "/disable"), "{}");
        spread.within(
                "user disabled",
                () -> here.send(disable).expect(200),
                () -> isOut(token, Call.get(here.path("account"))));
    }

    private boolean isOut(String token, Call call) {
        return there.http().send(call, token).status() == 401;
    }

    /** The console says when it was done; its own way back to the test takes longer than a second. */
    void suspended() {
        there.send(summary).expect(200);
        List<Instant> times = Together.all(List.of(this::suspend, () -> seen(403)));
        spread.took("tenant suspended", Duration.between(times.get(0), times.get(1)));
        here.platform().console().run("tenant:resume " + here.tenant()).ok();
        spread.took("tenant resumed", Duration.between(Instant.now(), seen(200)));
    }

    private Instant suspend() {
        String said = here.platform()
                .console()
                .run("tenant:suspend " + here.tenant() + " --reason trial")
                .ok()
                .output();
        Matcher since = SINCE.matcher(said);
        if (!since.find()) {
            throw new AssertionError(said);
        }
        return Instant.parse(since.group(1));
    }

    private Instant seen(int status) {
        await("status " + status)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> there.send(summary).status() == status);
        return Instant.now();
    }
}
