package org.bottega.itests.calls;

import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of the platform's own operations. */
final class PlatformCalls {

    private PlatformCalls() {}

    static void add(Examples examples, Shop shop) {
        examples.add("core.listAudit", () -> {
                    shop.sendAsOne(HelloCalls.greet(shop)).expect(201);
                    return Call.get(shop.path("audit?action=hello.greet")).ofSeller();
                })
                .add("core.listAudit", () -> nextAudit(shop))
                .add("core.exportPerson", () -> Call.get(shop.path("persons/export?email=gone@example.com"))
                        .ofMarketplace())
                .add("core.erasePerson", () -> Call.of(
                                "DELETE", shop.path("persons?email=gone@example.com"), null, null)
                        .without("Idempotency-Key")
                        .ofMarketplace());
    }

    private static Call nextAudit(Shop shop) {
        shop.sendAsOne(HelloCalls.greet(shop)).expect(201);
        shop.sendAsOne(HelloCalls.greet(shop)).expect(201);
        String first = shop.path("audit?action=hello.greet&limit=1");
        String cursor = shop.sendAsOne(Call.get(first)).expect(200).text("next");
        return Call.get(first + "&cursor=" + Call.enc(cursor)).ofSeller().about(cursor);
    }
}
