package org.bottega.api.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a module says of itself.
 *
 * @param id also its REST path segment, permission prefix and table prefix: {@code [a-z][a-z0-9]*}
 * @param title for people
 * @param version of the module
 * @param requires ids of the modules that must be on for a tenant before this one
 * @param permissions all permissions its operations ask for, each {@code <id>:<verb>}
 * @param buyerPermissions those of them that every logged-in buyer has; what they allow reaches own rows only
 * @param policies the settings that each tenant may change
 */
public record ModuleInfo(
        String id,
        String title,
        String version,
        Set<String> requires,
        Set<String> permissions,
        Set<String> buyerPermissions,
        List<PolicyType<?>> policies) {

    /**
     * Ids that no module can have: what follows the tenant in the paths of the platform's own operations and pages. A module with such
     * an id is not deployed.
     */
    public static final Set<String> RESERVED = Set.of(
            "core",
            "auth",
            "users",
            "roles",
            "clients",
            "sellers",
            "account",
            "modules",
            "policies",
            "clock",
            "files",
            "audit",
            "persons",
            "password");

    public ModuleInfo {
        if (!Objects.requireNonNull(id).matches("[a-z][a-z0-9]{1,29}")) {
            throw new IllegalArgumentException("module id " + id);
        }
        for (String permission : permissions) {
            if (!permission.startsWith(id + ":")) {
                throw new IllegalArgumentException("permission " + permission + " of module " + id);
            }
        }
        requires = Set.copyOf(requires);
        permissions = Set.copyOf(permissions);
        buyerPermissions = Set.copyOf(buyerPermissions);
        policies = List.copyOf(policies);
        if (!permissions.containsAll(buyerPermissions)) {
            throw new IllegalArgumentException(
                    "buyer permissions of module " + id + " that are none of its permissions");
        }
        for (PolicyType<?> policy : policies) {
            if (!policy.id().startsWith(id + ".")) {
                throw new IllegalArgumentException("policy " + policy.id() + " of module " + id);
            }
        }
    }

    /** A module without operations for buyers and without policies. */
    public ModuleInfo(String id, String title, String version, Set<String> requires, Set<String> permissions) {
        this(id, title, version, requires, permissions, Set.of(), List.of());
    }
}
