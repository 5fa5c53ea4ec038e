package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.bottega.itests.harness.Shop;

/** Bearer tokens that were good once. */
final class Tokens {

    private Tokens() {}

    /** A token of a marketplace's own client, past its end. It was never used, so that nobody remembers it. */
    static String expired(Shop shop) {
        String token = shop.freshToken(shop.all());
        List<String> changed = shop.platform()
                .probe()
                .sql("UPDATE core_token SET expires_at = {ts '2020-01-01 00:00:00'} WHERE tenant_id = '" + shop.tenant()
                        + "' AND id = '" + hash(token) + "'");
        assertEquals(List.of("1"), changed, "tokens are kept as hashes");
        return token;
    }

    /** A token of a marketplace's own client, revoked by it. */
    static String revoked(Shop shop) {
        String token = shop.freshToken(shop.all());
        shop.http().send(shop.revokeCall(shop.all(), token), null).expect(200);
        return token;
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
