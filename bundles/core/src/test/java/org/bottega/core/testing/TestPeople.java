package org.bottega.core.testing;

import java.time.Clock;
import org.bottega.api.Callers;
import org.bottega.api.Mailer;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Account;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Users;
import org.bottega.api.spi.DueWork;
import org.bottega.core.base.Inside;
import org.bottega.core.deadline.Wake;
import org.bottega.core.user.AccountService;
import org.bottega.core.user.AskWork;
import org.bottega.core.user.Asks;
import org.bottega.core.user.Gate;
import org.bottega.core.user.Grants;
import org.bottega.core.user.LinkExpiry;
import org.bottega.core.user.LoginMails;
import org.bottega.core.user.LoginService;
import org.bottega.core.user.NewUsers;
import org.bottega.core.user.PasswordDesk;
import org.bottega.core.user.PasswordHashes;
import org.bottega.core.user.PasswordService;
import org.bottega.core.user.ResetLinks;
import org.bottega.core.user.RoleService;
import org.bottega.core.user.RoleStore;
import org.bottega.core.user.SessionExpiry;
import org.bottega.core.user.Sessions;
import org.bottega.core.user.Throttle;
import org.bottega.core.user.TryExpiry;
import org.bottega.core.user.UserService;
import org.bottega.core.user.UserStore;
import org.bottega.persistence.Store;

/** Staff and buyers, put together as the runtime does it; passwords are kept at little cost. */
public final class TestPeople {

    /** What everything stands on. */
    record Ground(Callers callers, UnitOfWork unit, Clock clock, Store store) {}

    private final TestCore core;
    private final Ground g;
    private final UserStore userStore;
    private final RoleStore roleStore;
    private final Grants grants;
    private final Sessions sessions;
    private final Throttle throttle;
    private final PasswordHashes hashes;
    private final Gate gate;
    private final LoginMails mails;
    private final ResetLinks links;
    private final Asks asks;
    private final PasswordDesk desk;

    TestPeople(TestCore core, Ground g, Mailer mailer) {
        this.core = core;
        this.g = g;
        userStore = new UserStore(g.store(), g.unit(), g.callers(), core.ids(), g.clock());
        roleStore = new RoleStore(g.store(), g.unit(), g.callers(), g.clock());
        grants = new Grants(core.modules(), roleStore);
        sessions = new Sessions(g.store(), g.unit(), g.callers(), core.ids(), g.clock());
        throttle = new Throttle(g.store(), g.unit(), core.links(), core.audit(), g.clock());
        hashes = new PasswordHashes(g.unit()).at(4, 8, 1);
        gate = new Gate(userStore, hashes, throttle, g.unit());
        mails = new LoginMails(mailer, core.links(), core.tenants(), g.callers());
        links = new ResetLinks(g.store(), core.ids(), mails, g.clock());
        asks = new Asks(g.store(), g.unit(), core.links(), new Wake(g.unit()), g.clock());
        desk = new PasswordDesk(userStore, sessions, throttle, mails, core.audit());
    }

    public Users users() {
        var staffing = new NewUsers.Staffing(core.sellers(), mails, g.callers());
        return new UserService(
                userStore,
                new NewUsers(userStore, links, grants, staffing),
                sessions,
                g.callers(),
                new UserService.Books(g.unit(), core.audit(), grants));
    }

    public Roles roles() {
        var shelf = new RoleService.Shelf(roleStore, userStore, grants, core.modules());
        return new RoleService(shelf, g.callers(), g.unit(), core.audit());
    }

    public Account account() {
        var own = new AccountService.Own(g.callers(), userStore, links, mails, core.audit());
        return new AccountService(own, gate, hashes, desk, g.unit());
    }

    public Passwords passwords() {
        var counter = new PasswordService.Counter(throttle, asks, userStore, mails, core.audit());
        return new PasswordService(counter, links, hashes, desk, g.unit());
    }

    LoginService logins() {
        var persons = new LoginService.Persons(userStore, grants, core.audit());
        return new LoginService(gate, sessions, persons, g.callers(), new Inside(g.callers(), g.unit()));
    }

    /** What falls due about accounts; the mails that were asked for are among it. */
    public DueWork[] work() {
        return new DueWork[] {
            new AskWork(asks, userStore, links, mails),
            new SessionExpiry(sessions),
            new LinkExpiry(links),
            new TryExpiry(throttle)
        };
    }
}
