package org.bottega.core.user;

import java.util.Locale;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.NewUser;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People who are added by others. */
@Component(service = NewUsers.class)
public final class NewUsers {

    private static final int NAME = 200;

    private final UserStore users;
    private final ResetLinks links;
    private final Grants grants;
    private final Staffing staffing;

    /** Whose staff they are. */
    @Component(service = Staffing.class)
    public static final class Staffing {
        private final Sellers sellers;
        private final LoginMails mails;
        private final Callers callers;

        @Activate
        public Staffing(@Reference Sellers sellers, @Reference LoginMails mails, @Reference Callers callers) {
            this.sellers = sellers;
            this.mails = mails;
            this.callers = callers;
        }
    }

    @Activate
    public NewUsers(
            @Reference UserStore users,
            @Reference ResetLinks links,
            @Reference Grants grants,
            @Reference Staffing staffing) {
        this.users = users;
        this.links = links;
        this.grants = grants;
        this.staffing = staffing;
    }

    /** The same with what was left out, if the caller may add such a one. */
    NewUser check(NewUser n) {
        if (n.kind() == null) {
            throw Problem.invalid("kind-missing", "kind", "STAFF or BUYER");
        }
        String email = Checks.email("email", n.email());
        String name = n.name() == null ? null : Checks.text("name", n.name(), NAME);
        if (n.kind() == Kind.BUYER) {
            checkBuyer(n);
            return new NewUser(n.kind(), email, name, null, null, locale(n.locale(), staffing.mails.language()));
        }
        String own = staffing.callers.current().seller();
        String seller = n.seller() == null ? own : n.seller();
        Locale language = seller == null
                ? staffing.mails.language()
                : staffing.sellers
                        .find(seller)
                        .map(Seller::locale)
                        .orElseThrow(() -> Problem.notFound("seller", seller));
        if (n.role() == null) {
            throw Problem.invalid("role-missing", "role", "the id of a role, such as administrator or support");
        }
        Grants.check(staffing.callers.current(), permissions(n.role(), seller));
        return new NewUser(n.kind(), email, name, seller, n.role(), locale(n.locale(), language));
    }

    private void checkBuyer(NewUser n) {
        Caller caller = staffing.callers.current();
        if (caller.seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "buyers are the marketplace's, not one seller's");
        }
        if (n.role() != null || n.seller() != null) {
            throw Problem.invalid("role-of-buyer", n.role() != null ? "role" : "seller", "nothing, for a buyer");
        }
    }

    private static Locale locale(Locale wanted, Locale otherwise) {
        return wanted == null ? otherwise : Checks.locale("locale", wanted.toLanguageTag());
    }

    /** What a role would allow; 404 when there is no such role. */
    Set<String> permissions(String role, String seller) {
        return grants.of(staffing.callers.current().tenant(), role, seller)
                .orElseThrow(() -> Problem.notFound("role", role));
    }

    /** Adds somebody who was checked, and mails the link. Needs an open unit of work. */
    User add(NewUser n) {
        if (users.find(n.kind(), n.email()).isPresent()) {
            throw Problem.conflict("user-exists", "somebody has that address already");
        }
        User user = users.add(n);
        links.invite(user);
        return user;
    }
}
