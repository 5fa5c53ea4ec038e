package org.bottega.api.spi;

import java.util.Objects;

/**
 * A kind of setting: a record whose components are the values, with what they are until a tenant changes them. Components
 * are {@code int}, {@code long}, {@code boolean}, {@link String}, enums, {@link java.time.Duration}, or lists and sets of
 * these, each with a {@link Meaning}. The record's constructor refuses what is not allowed with
 * {@link org.bottega.api.Problem#invalid}, naming the component.
 *
 * @param <P> the record
 * @param id {@code <module>.<name>}, for example {@code sales.emailChange}
 * @param defaults used until a tenant says otherwise, and for values it leaves out
 * @param perProduct whether single products may differ from their tenant
 */
public record PolicyType<P extends Record>(String id, Class<P> type, P defaults, boolean perProduct) {
    public PolicyType {
        if (!Objects.requireNonNull(id).matches("[a-z][a-z0-9]{1,29}\\.[a-zA-Z][a-zA-Z0-9]{1,39}")) {
            throw new IllegalArgumentException("policy id " + id);
        }
        Objects.requireNonNull(type);
        Objects.requireNonNull(defaults);
    }
}
