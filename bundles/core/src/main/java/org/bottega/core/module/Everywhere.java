package org.bottega.core.module;

/** Knows what the other nodes run. */
public interface Everywhere {

    /**
     * Refuses when a live node does not run the module: requests that reach it could not be served.
     *
     * @throws org.bottega.api.Problem 409 {@code module-not-on-all-nodes} with member {@code nodes}
     */
    void check(String module);
}
