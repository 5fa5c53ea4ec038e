package org.bottega.api;

/**
 * A tenant has set a policy, or set it back. Read it anew through {@link Policies}; what depends on it may have to be
 * computed again.
 *
 * @param policy id of the policy's type, such as {@code sales.emailChange}
 * @param product the one product it was set for, or null: for the whole tenant
 * @param version of the setting, counting from 1 for each policy and product
 */
@EventType("core.PolicyChanged")
public record PolicyChanged(String policy, String product, long version) implements DomainEvent {

    @Override
    public String aggregate() {
        return policy;
    }
}
