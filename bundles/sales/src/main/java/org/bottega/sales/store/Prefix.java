package org.bottega.sales.store;

/** Search by the beginning of a text, as a range of an index: from the prefix to the prefix followed by {@link #END}. */
final class Prefix {

    /** Sorts after every character a kept text can have. */
    static final String END = "\uffff";

    private Prefix() {}
}
