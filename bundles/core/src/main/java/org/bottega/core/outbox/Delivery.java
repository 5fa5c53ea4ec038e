package org.bottega.core.outbox;

import java.time.Instant;

/**
 * An event to be told to one listener.
 *
 * @param attempts failed attempts so far
 */
record Delivery(String id, String aggregate, long seq, int attempts, Told told) {

    /** What is told: the event with its payload as JSON, when it happened, and the request it came from (or null). */
    record Told(String id, String type, String payload, Instant at, String request) {}
}
