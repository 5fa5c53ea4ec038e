package org.bottega.core.outbox;

/** The deliveries of one tenant to one listener. One worker at a time, on whichever node, drains a lane. */
public record Lane(String tenant, String listener) {

    /** Name of the lock that its worker holds. */
    String lock() {
        return "outbox:" + tenant + ":" + listener;
    }
}
