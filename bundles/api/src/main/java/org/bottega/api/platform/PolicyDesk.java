package org.bottega.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings of the current caller's tenant, by name, for those who look at them and change them. Values are JSON-friendly:
 * numbers, booleans, texts (enums and ISO-8601 durations too) and lists of these. Policies are those of the modules that are
 * deployed; others answer {@code policy-not-found} (404). A product is named only where the type lets products differ, else
 * {@code policy-not-per-product} (400).
 */
@ProviderType
public interface PolicyDesk {

    /**
     * One value of a policy.
     *
     * @param meaning what it means, with unit and range
     * @param expects what can be written, for example {@code a whole number}
     * @param initial what it is until somebody sets it
     * @param value what it is now
     * @param set whether it is set here, for this very tenant or product
     */
    record Value(String name, String meaning, String expects, Object initial, Object value, boolean set) {}

    /**
     * A policy as it stands.
     *
     * @param product the product it is shown for, or null: the tenant
     * @param version how often it has been changed here; 0 when never
     * @param changedAt when it was last changed here, or null
     * @param changedBy who changed it, kind and id, or null
     */
    record Setting(
            String id,
            String module,
            boolean perProduct,
            String product,
            long version,
            Instant changedAt,
            String changedBy,
            List<Value> values) {}

    /** What was set by one change: all values set after it, none after a reset. */
    record Version(long version, Map<String, Object> values, Instant changedAt, String changedBy) {}

    /** All policies of the tenant, ordered by id. */
    List<Setting> list();

    /** One policy, of the tenant or of one product ({@code product} may be null). */
    Setting show(String id, String product);

    /**
     * Sets some values; those not named stay as they are, a null takes a value back. Written, audited and told as {@link
     * org.bottega.api.PolicyChanged} in one unit of work; when nothing differs nothing is written.
     *
     * @param expected the version the caller has seen, or null: whatever it is
     * @throws org.bottega.api.Problem 400 naming each wrong value, {@code policy-changed} (409) when the version is another
     */
    Setting set(String id, String product, Map<String, ?> values, Long expected);

    /** {@link #set} with values as people write them: {@code 40}, {@code true}, {@code P3D}, {@code a,b}. */
    Setting setTexts(String id, String product, Map<String, String> values, Long expected);

    /** Takes back all that is set here. */
    Setting reset(String id, String product, Long expected);

    /** All changes, the newest first. */
    Page<Version> versions(String id, String product, PageRequest page);
}
