package org.bottega.core.user;

import org.bottega.api.SignedLinks;

/** Hashes of addresses that nobody without the tenant's own key can compute, and so find out by trying. */
final class Keyed {

    private Keyed() {}

    /** 43 characters. */
    static String hash(SignedLinks links, String value) {
        String signed = links.sign("core.hash", value);
        return signed.substring(signed.lastIndexOf('.') + 1);
    }
}
