package org.bottega.itests.calls;

import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of the platform's own login. */
final class AuthCalls {

    private AuthCalls() {}

    static void add(Examples examples, Shop shop) {
        examples.add("auth.token", () -> shop.tokenCall(shop.one())
                        .about(shop.one().id(), shop.one().secret()))
                .add("auth.revoke", () -> revoke(shop));
    }

    private static Call revoke(Shop shop) {
        String token = shop.freshToken(shop.one());
        return shop.revokeCall(shop.one(), token).about(token, shop.one().id());
    }
}
