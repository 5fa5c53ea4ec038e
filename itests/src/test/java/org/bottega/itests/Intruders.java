package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Operation;
import org.bottega.itests.harness.Shop;

/** Everybody who is to be refused: tries a call that has just succeeded for its maker. */
final class Intruders {

    private final Shop a;
    private final Shop b;
    private final String expired;
    private final String revoked;

    Intruders(Shop a, Shop b) {
        this.a = a;
        this.b = b;
        expired = Tokens.expired(a);
        revoked = Tokens.revoked(a);
        a.buyers().token(a.buyers().other());
    }

    /** Tries all; {@code own} is the answer its maker got. */
    void tryAll(Operation operation, Call call, Answer own) {
        Set<String> secrets = secrets(own, call);
        for (Call variant : new Call[] {call, call.key(UUID.randomUUID().toString())}) {
            Call again = call.method().equals("GET") ? call : variant;
            if (!operation.anonymous()) {
                outside(again, b.all().token(), "the other tenant's token", secrets);
                outside(again, null, "no token", secrets);
                outside(again, expired, "an expired token", secrets);
                outside(again, revoked, "a revoked token", secrets);
            }
            otherTenant(operation, again.at(a.tenant(), b.tenant()), secrets);
            otherSeller(operation, again, secrets);
            otherBuyer(again, secrets);
        }
    }

    private void outside(Call call, String token, String who, Set<String> secrets) {
        Answer answer = a.http().send(call, token);
        assertEquals(401, answer.status(), () -> who + ": " + call + " " + answer);
        assertTrue(answer.header("WWW-Authenticate").isPresent(), () -> who + ": " + answer.headers());
        tellsNothing(answer, secrets, who);
    }

    private void otherTenant(Operation operation, Call call, Set<String> secrets) {
        Answer answer =
                a.http().send(call, operation.anonymous() ? null : b.all().token());
        if (!call.mentions().isEmpty()) {
            refused(call, answer, "the other tenant");
        }
        tellsNothing(answer, secrets, "the other tenant");
    }

    private void otherSeller(Operation operation, Call call, Set<String> secrets) {
        if (operation.anonymous() || !call.owned()) {
            return;
        }
        Answer answer = a.http().send(call, a.two().token());
        if (!call.mentions().isEmpty()) {
            refused(call, answer, "the other seller");
        }
        tellsNothing(answer, secrets, "the other seller");
    }

    /** A call that names nothing of its maker speaks of the caller's own: it is right for anybody, and only reads are tried. */
    private void otherBuyer(Call call, Set<String> secrets) {
        if (call.by() != Call.By.BUYER
                || call.mentions().isEmpty() && !call.method().equals("GET")) {
            return;
        }
        Answer answer = a.http().send(call, a.buyers().token(a.buyers().other()));
        if (!call.mentions().isEmpty()) {
            refused(call, answer, "another buyer");
        }
        tellsNothing(answer, secrets, "another buyer");
        if (!call.mentions().isEmpty()) {
            refused(call, a.http().send(call, a.one().token()), "who is no buyer");
        }
    }

    private static void refused(Call call, Answer answer, String who) {
        boolean nothing = answer.status() == 200
                && call.method().equals("GET")
                && answer.json().path("items").isArray()
                && answer.json().path("items").isEmpty();
        boolean no = Set.of(400, 401, 403, 404, 410).contains(answer.status());
        assertTrue(no || nothing, () -> who + " used what is not theirs: " + call + " " + answer);
    }

    private static void tellsNothing(Answer answer, Set<String> secrets, String who) {
        for (String secret : secrets) {
            assertFalse(answer.body().contains(secret), () -> who + " learnt " + secret + " from " + answer);
        }
    }

    /** What the maker's answer tells that was not in the call: marked texts, ids, codes, links. */
    private Set<String> secrets(Answer own, Call call) {
        Set<String> found = new TreeSet<>();
        boolean json = own.header("Content-Type").orElse("").contains("json");
        if (json && !own.body().isEmpty()) {
            collect(own.json(), found);
        }
        found.removeIf(text -> call.toString().contains(text) || call.mentions().contains(text) || isEcho(text, call));
        return found;
    }

    /** Whether all that is marked in the text was written in the call's body. */
    private boolean isEcho(String text, Call call) {
        String rest = text;
        if ("application/json".equals(call.contentType())) {
            for (String said : call.body().split("\"")) {
                rest = said.contains(a.mark()) ? rest.replace(said, "") : rest;
            }
        }
        return !rest.equals(text) && !rest.contains(a.mark());
    }

    private void collect(JsonNode node, Set<String> found) {
        if (node.isContainerNode()) {
            node.forEach(child -> collect(child, found));
        } else if (node.isTextual()) {
            String text = node.asText();
            boolean code = text.matches("[A-Z]{2}[0-9A-Z]{10,}|[0-9A-HJKMNP-TV-Z]{26}|[\\w.~-]{40,}");
            if (code || text.contains(a.mark()) || text.contains(a.mark().toLowerCase())) {
                found.add(text);
            }
        }
    }
}
