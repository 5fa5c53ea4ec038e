package org.bottega.core.user;

import java.util.Locale;
import java.util.Optional;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.api.spi.DueWork;
import org.bottega.core.user.AskRows.Asked;
import org.bottega.core.user.UserRows.Stored;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the mails that were asked for, to addresses that have an enabled account or want one (ACC-02). */
@Component(service = DueWork.class)
public final class AskWork extends RealTimeWork {

    private final Asks asks;
    private final UserStore users;
    private final ResetLinks links;
    private final LoginMails mails;

    @Activate
    public AskWork(
            @Reference Asks asks,
            @Reference UserStore users,
            @Reference ResetLinks links,
            @Reference LoginMails mails) {
        super("core.password-mail", "core_reset_ask");
        this.asks = asks;
        this.users = users;
        this.links = links;
        this.mails = mails;
    }

    @Override
    public void process(String id) {
        asks.open(id).ifPresent(this::mail);
    }

    private void mail(Asked asked) {
        if (asked.registers()) {
            Optional<Stored> buyer = users.find(Kind.BUYER, asked.email());
            if (buyer.isEmpty()) {
                Locale locale = asked.locale() == null ? mails.language() : asked.locale();
                links.register(asked.email(), asked.name(), locale);
            }
            buyer.ifPresent(this::remind);
            return;
        }
        for (Kind kind : Kind.values()) {
            users.find(kind, asked.email()).ifPresent(this::remind);
        }
    }

    private void remind(Stored found) {
        User user = found.user();
        if (user.enabled()) {
            links.forgotten(user);
        }
    }
}
