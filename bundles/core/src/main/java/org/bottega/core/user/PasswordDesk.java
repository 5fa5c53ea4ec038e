package org.bottega.core.user;

import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.platform.Users.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a new password in the place of the old one, with all that follows. Needs an open unit of work. */
@Component(service = PasswordDesk.class)
public final class PasswordDesk {

    private final UserStore users;
    private final Sessions sessions;
    private final Throttle throttle;
    private final LoginMails mails;
    private final Audit audit;

    @Activate
    public PasswordDesk(
            @Reference UserStore users,
            @Reference Sessions sessions,
            @Reference Throttle throttle,
            @Reference LoginMails mails,
            @Reference Audit audit) {
        this.users = users;
        this.sessions = sessions;
        this.throttle = throttle;
        this.mails = mails;
        this.audit = audit;
    }

    /** Sets the password, ends all sessions, forgets wrong tries, and tells the owner. */
    void set(User user, String hash, String action) {
        users.password(user, hash);
        throttle.renew(UserRows.key(user.email()));
        audit.record(action, user.id(), Map.of("sessions", sessions.end(user.id(), null)));
        mails.changed(user);
    }
}
