package org.bottega.persistence;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** One row of a result. Columns count from 1. */
@ProviderType
public interface Row {

    /** Makes something of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(Row row);
    }

    String string(int column);

    long number(int column);

    boolean flag(int column);

    Instant instant(int column);

    byte[] bytes(int column);
}
