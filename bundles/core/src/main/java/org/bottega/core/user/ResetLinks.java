package org.bottega.core.user;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Ids;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Hashes;
import org.bottega.core.user.ResetLinkRows.Link;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Links for setting a password, mailed to the address they are for: good once, a newer one voids the older (D23). All
 * methods need an open unit of work.
 */
@Component(service = ResetLinks.class)
public final class ResetLinks {

    /** How long a link that was asked for is good; at the end of the thirtieth minute it is not any more. */
    static final Duration LIFE = Duration.ofMinutes(30);

    /** How long the first link of somebody is good whom others have added. */
    static final Duration INVITED_LIFE = Duration.ofDays(3);

    private final ResetLinkRows rows;
    private final Ids ids;
    private final LoginMails mails;
    private final Clock clock;

    @Activate
    public ResetLinks(
            @Reference(target = "(unit=core)") Store store,
            @Reference Ids ids,
            @Reference LoginMails mails,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new ResetLinkRows(store);
        this.ids = ids;
        this.mails = mails;
        this.clock = clock;
    }

    /** Mails a link to somebody who forgot the password. */
    void forgotten(User user) {
        mails.forgotten(user, token(user.kind(), user.email(), false, null, null, LIFE));
    }

    /** Mails a link to somebody who was added. */
    void invite(User user) {
        mails.invitation(user, token(user.kind(), user.email(), false, null, null, INVITED_LIFE));
    }

    /** Mails a link to somebody who wants a buyer's account. */
    void register(String email, String name, Locale locale) {
        mails.registration(email, locale, token(Kind.BUYER, email, true, name, locale, LIFE));
    }

    private String token(Kind kind, String email, boolean newAccount, String name, Locale locale, Duration life) {
        String token = ids.secret();
        rows.removeOf(kind, email);
        rows.add(
                Hashes.sha256(token),
                new Link(kind, email, newAccount, name, locale, clock.instant().plus(life)));
        return token;
    }

    /** The link, if it is good. */
    Optional<Link> find(String token) {
        return rows.find(Hashes.sha256(token)).filter(link -> clock.instant().isBefore(link.expiresAt()));
    }

    /** The link, if it is good; it is not any more. */
    Optional<Link> use(String token) {
        return find(token).filter(link -> rows.remove(Hashes.sha256(token)));
    }

    /** Voids the link that an account may have. */
    void end(User user) {
        rows.removeOf(user.kind(), user.email());
    }

    void removeExpired(String hash) {
        rows.removeExpired(hash, clock.instant());
    }
}
