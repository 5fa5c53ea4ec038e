package org.bottega.api.spi;

import java.util.Objects;
import org.bottega.api.Money;

/**
 * Something of a module's that a tenant has at stake: shown before the module is switched on, off or purged.
 *
 * @param what in words, for example {@code refunds on their way}
 * @param count how many
 * @param money the sum they come to, or null where there is none; one line for each currency
 */
public record Impact(String what, long count, Money money) {
    public Impact {
        Objects.requireNonNull(what);
    }

    /** Something without a price. */
    public Impact(String what, long count) {
        this(what, count, null);
    }
}
