package org.bottega.core.user;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Roles.Role;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people may do now: by their role, by the modules that are deployed, and by whom they work for. */
@Component(service = Grants.class)
public final class Grants {

    /** The own account, which everybody has. */
    private static final String ACCOUNT = "core:account";

    private static final String PLATFORM = "core:";

    /** What of the platform is confined to a seller when its caller is; the rest concerns the whole tenant. */
    private static final Set<String> OF_SELLER =
            Set.of(ACCOUNT, "core:sellers", "core:users", "core:clients", "core:audit");

    /** What a seller's own administrator has of the platform: the account and the seller's settings (ACC-19, ACC-20). */
    private static final Set<String> OF_SELLERS_ADMINISTRATOR = Set.of(ACCOUNT, "core:sellers");

    private final Modules modules;
    private final RoleStore roles;

    @Activate
    public Grants(@Reference Modules modules, @Reference RoleStore roles) {
        this.modules = modules;
        this.roles = roles;
    }

    /** What somebody may do. */
    Set<String> of(String tenant, User user) {
        return user.kind() == Kind.BUYER
                ? with(modules.buyerPermissions())
                : of(tenant, user.role(), user.seller()).orElseGet(() -> Set.of(ACCOUNT));
    }

    /** What staff with this role may do, of this seller or, with null, of the tenant; empty when there is no such role. */
    Optional<Set<String>> of(String tenant, String role, String seller) {
        return find(tenant, role).map(found -> with(found.permissions())).map(all -> {
            Set<String> kept = Roles.ADMINISTRATOR.equals(role) ? OF_SELLERS_ADMINISTRATOR : OF_SELLER;
            return seller == null ? all : only(all, p -> !p.startsWith(PLATFORM) || kept.contains(p));
        });
    }

    Optional<Role> find(String tenant, String role) {
        if (role == null) {
            return Optional.empty();
        }
        return switch (role) {
            case Roles.ADMINISTRATOR -> Optional.of(new Role(role, modules.permissions(), true));
            case Roles.SUPPORT -> Optional.of(new Role(role, only(modules.permissions(), Grants::supports), true));
            default -> roles.find(tenant, role);
        };
    }

    /** Support looks, and sends accesses again; it does not run the platform. */
    private static boolean supports(String permission) {
        return !permission.startsWith(PLATFORM) && (permission.endsWith(":read") || permission.endsWith(":access"));
    }

    /** Refuses (403) to let the caller give, or take from others, what he does not have himself. */
    static void check(Caller caller, Set<String> permissions) {
        for (String permission : permissions) {
            if (!permission.equals(ACCOUNT) && !caller.may(permission)) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN,
                        "permission-missing",
                        "who does not have the permission " + permission + " cannot give or take it");
            }
        }
    }

    private static Set<String> with(Set<String> permissions) {
        Set<String> all = new TreeSet<>(permissions);
        all.add(ACCOUNT);
        return all;
    }

    private static Set<String> only(Set<String> permissions, Predicate<String> which) {
        Set<String> kept = new TreeSet<>(permissions);
        kept.removeIf(which.negate());
        return kept;
    }
}
