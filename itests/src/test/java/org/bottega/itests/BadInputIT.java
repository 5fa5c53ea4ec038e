package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Fingerprint;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.RawHttp;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nonsense is refused with a problem that says what is wrong, and nothing of it stays: counts and checksums agree. */
@Order(30)
class BadInputIT {

    private static final Set<String> RESTLESS = Set.of("core_token");

    private static Shop shop;
    private static Shop other;
    private static String offer;
    private static String transaction;

    @BeforeAll
    static void open() {
        List<Shop> shops = Shop.open(Platform.shared(), List.of("sales", "webhooks"), "badinput", "badother");
        shop = shops.get(0);
        other = shops.get(1);
        Sales sales = new Sales(shop);
        offer = sales.offer();
        transaction = sales.purchase(offer);
    }

    /** What is sent, and how it must be refused; {@code field} null when no field is at fault. */
    record Bad(String name, Call call, String token, int status, String code, String field) {}

    @TestFactory
    @DisplayName("refused with status, code and field; nothing changes")
    Stream<DynamicTest> refused() {
        List<Bad> all = new ArrayList<>(new BadBodies(shop, offer, transaction).all());
        all.addAll(new BadRequests(shop, other, transaction).all());
        all.addAll(new BadHooks(shop).all());
        return all.stream().map(bad -> dynamicTest(bad.name(), () -> check(bad)));
    }

    private static void check(Bad bad) {
        Fingerprint before = settled();
        Answer answer = shop.http().send(bad.call(), bad.token());
        answer.expectProblem(bad.status(), bad.code());
        assertFalse(answer.body().contains("Exception"), () -> "no inner workings: " + answer);
        if (bad.field() != null) {
            List<String> fields = new ArrayList<>();
            for (JsonNode error : answer.json().path("errors")) {
                fields.add(error.path("field").asText());
            }
            assertEquals(List.of(bad.field()), fields, answer::toString);
        }
        assertEquals("", before.difference(quiet()), "nothing changed");
    }

    @Test
    @DisplayName("an endless JSON body is cut off at 1 MiB")
    void endlessJson() throws IOException {
        Fingerprint before = settled();
        RawHttp raw = new RawHttp(shop);
        RawHttp.Sent sent = raw.endless("POST", shop.path("sales/purchases"), "application/json", "[".repeat(1000));
        assertEquals(413, sent.status(), sent::toString);
        assertEquals(true, sent.bytes() < 8L << 20, () -> "cut off soon: " + sent);
        assertEquals("", before.difference(quiet()), "nothing changed");
    }

    @Test
    @DisplayName("an endless import is cut off at 64 MiB, and leaves no job behind")
    void endlessImport() throws IOException {
        Fingerprint before = settled();
        RawHttp raw = new RawHttp(shop);
        String query = new Sales(shop).importQuery(shop.sellerOne(), "no", "date", "amount", "customer");
        RawHttp.Sent sent = raw.endless(
                "POST", shop.path("sales/imports?" + query), "text/csv", "1,2024-01-01,1.00,x\n".repeat(500));
        assertEquals(413, sent.status(), sent::toString);
        assertEquals(true, sent.bytes() < 80L << 20, () -> "cut off soon: " + sent);
        assertEquals("", before.difference(quiet()), "nothing changed");
    }

    private static Fingerprint settled() {
        return shop.platform().probe().settled(RESTLESS);
    }

    private static Fingerprint quiet() {
        return shop.platform().probe().quiet(RESTLESS);
    }
}
