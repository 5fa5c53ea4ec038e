package org.bottega.core.outbox;

/** Which listener, of which module, hears which type of event. */
record Subscription(String listener, String module, String eventType) {

    /** Stands for all types of events. */
    static final String ALL = "*";
}
