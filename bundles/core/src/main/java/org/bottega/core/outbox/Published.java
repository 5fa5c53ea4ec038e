package org.bottega.core.outbox;

import java.time.Instant;

/**
 * An event as it is stored.
 *
 * @param type its published name
 * @param payload JSON
 * @param actor who caused it: kind and id of the caller
 * @param request id of the request or delivery it came from, or null
 */
record Published(String type, String aggregate, String payload, Instant at, String actor, String request) {}
