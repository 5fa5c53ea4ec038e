package org.bottega.api.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Due work that costs less for many rows together than for each: one statement instead of a hundred. Rows that cannot be
 * done together are offered again one by one, so that only what fails by itself is put off.
 */
@ConsumerType
public interface BatchDueWork extends DueWork {

    /**
     * Does what is due for these rows of one tenant, at least one and at most a hundred, inside one unit of work. For each row
     * holds what {@link DueWork#process} says: it is locked, looked at again, and its {@code due_at} set anew or to null. When
     * this throws, nothing of it has happened.
     */
    void process(List<String> ids);

    @Override
    default void process(String id) {
        process(List.of(id));
    }

    /** Always. */
    @Override
    default boolean inUnitOfWork() {
        return true;
    }
}
