package org.bottega.web.idempotency;

import org.bottega.api.Caller;

/**
 * One telling of a wish.
 *
 * @param tenant of the caller
 * @param id names the wish: caller and key, hashed
 * @param fingerprint of key, method, path, query and body: the same for every telling of the same wish
 */
public record Attempt(String tenant, String id, String fingerprint) {

    /** By a caller, under a key, with the digest of the request. */
    public static Attempt of(Caller caller, String key, byte[] digest) {
        String id = Fingerprints.of(caller.kind() + "\n" + caller.id() + "\n" + key);
        return new Attempt(caller.tenant(), id, Fingerprints.text(digest));
    }

    /** Names the wish across tenants. */
    String lock() {
        return "web.idempotency/" + tenant + "/" + id;
    }
}
