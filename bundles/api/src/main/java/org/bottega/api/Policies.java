package org.bottega.api;

import org.bottega.api.spi.PolicyType;
import org.osgi.annotation.versioning.ProviderType;

/** Settings of the current caller's tenant: typed, validated, versioned. From a cache that is at most a second old. */
@ProviderType
public interface Policies {

    /** What the tenant has set, the type's defaults where it has not. */
    <P extends Record> P get(PolicyType<P> type);

    /** The same for one product: what is set for the product, else for the tenant, else the defaults. */
    <P extends Record> P get(PolicyType<P> type, String product);
}
