package org.bottega.api.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A business capability that tenants switch on and off. The methods run with the tenant bound, each in one unit of work, and
 * must be idempotent. Starting the bundle touches no tenant's data.
 */
@ConsumerType
public interface BusinessModule {

    /** What the module is. The same object at every call. */
    ModuleInfo info();

    /**
     * Prepares the current tenant's data. An exception undoes the enabling: nothing that was written stays.
     *
     * <p>A module that lives on other modules' events has heard none of those told before, so it fills itself here: it pages
     * through the others' contracts and writes, under the id of what it read, what it is missing. Events are heard from the
     * moment this is committed; one that was told just then, by a unit of work or a node that did not know of it yet, may be
     * missed. Therefore the platform calls this once more, in a unit of work of its own, about a minute later (on a live
     * tenant's clock and on a sandbox's alike), and again until it ends well. What was filled in must be found then, and not
     * written twice; the same holds for an event about something that was filled in already. Where there is more than fits
     * into one unit of work (tens of thousands of rows), write one row with a {@code due_at} here and let a {@link DueWork}
     * page on from there.
     */
    default void enable() {}

    /** Stops what runs for the current tenant; its data stays. */
    default void disable() {}

    /** Removes the current tenant's data of this module for good. */
    default void purge() {}

    /**
     * What the current tenant has at stake in this module: rows kept, deadlines that run, money on its way. Changes nothing;
     * called too while it is off. Few lines, counted by index.
     */
    default List<Impact> impact() {
        return List.of();
    }

    /**
     * By what this module knows the buyer with an address, in the current tenant: his names and tax ids, other addresses that
     * are his alone, ids of what is his. Changes nothing; called too while the module is off.
     *
     * <p>The platform looks for all of it in every table of every module, for taking out and for erasing.
     *
     * @param email in lower case
     */
    default Traces traces(String email) {
        return Traces.NONE;
    }

    /**
     * Erases what the platform cannot know to be personal, such as remarks in a buyer's own words, and ends what still runs
     * for him. What he is known by is left to the platform, which erases it in every table right afterwards. Doing it twice
     * is fine.
     *
     * @param person by what all modules know him
     * @return what stays, and why
     */
    default List<Kept> erase(Traces person) {
        return List.of();
    }
}
