package org.bottega.api.spi;

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
 */
public record ModuleInfo(String id, String title, String version, Set<String> requires, Set<String> permissions) {
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
    }
}
