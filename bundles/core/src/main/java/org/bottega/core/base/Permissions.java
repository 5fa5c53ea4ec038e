package org.bottega.core.base;

import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Problem;

/** Sets of permissions that are given to a client or a role. */
public final class Permissions {

    private static final int LENGTH = 4000;

    private Permissions() {}

    /**
     * Takes permissions that exist: at least one, and no more than can be kept.
     *
     * @throws Problem {@code permission-unknown}, {@code permissions-missing} (400)
     */
    public static void check(Set<String> known, Set<String> permissions) {
        Set<String> unknown = new TreeSet<>(permissions);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "permission-unknown",
                    "permissions",
                    "unknown " + String.join(", ", unknown) + "; known are " + String.join(", ", known));
        }
        if (permissions.isEmpty() || Scopes.text(permissions).length() > LENGTH) {
            throw Problem.invalid(
                    "permissions-missing", "permissions", "at least one, and at most " + LENGTH + " characters");
        }
    }
}
