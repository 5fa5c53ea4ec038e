package org.bottega.sales.imports.csv;

import java.util.Arrays;
import java.util.Optional;

/** What a column of the file can be read as. */
public enum ImportField {
    /** Transaction in the system the file comes from; unique within a seller. */
    TRANSACTION("transaction", 100, true),
    /** A day, a local date-time or an instant. */
    PURCHASED_AT("purchasedAt", 40, true),
    /** Decimal major units. */
    AMOUNT("amount", 40, true),
    /** Whatever names the buyer; it is put into the e-mail template. */
    BUYER("buyer", 100, false),
    BUYER_EMAIL("buyerEmail", 254, false),
    BUYER_NAME("buyerName", 200, false);

    private final String key;
    private final int longest;
    private final boolean required;

    ImportField(String key, int longest, boolean required) {
        this.key = key;
        this.longest = longest;
        this.required = required;
    }

    /** Name in requests and error lists. */
    public String key() {
        return key;
    }

    /** Most characters of a value. */
    public int longest() {
        return longest;
    }

    /** Whether every import needs a column for it. */
    public boolean required() {
        return required;
    }

    /** The field with this key. */
    public static Optional<ImportField> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }
}
