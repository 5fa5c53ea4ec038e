package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * What is set of a policy.
 *
 * @param version 0 when nothing was ever set
 * @param values what is set, by name; what is not is left to the tenant's setting or the type's defaults
 */
record Stored(long version, Map<String, JsonNode> values, Instant changedAt, String changedBy) {

    static final Stored NOTHING = new Stored(0, Map.of(), null, null);

    Stored {
        values = Map.copyOf(values);
    }
}
