package org.bottega.core.user;

import java.util.Locale;
import java.util.Map;
import org.bottega.api.Callers;
import org.bottega.api.Mail;
import org.bottega.api.Mailer;
import org.bottega.api.SignedLinks;
import org.bottega.api.platform.Tenants;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails about accounts. Methods that send need an open unit of work. */
@Component(service = LoginMails.class)
public final class LoginMails {

    private final Mailer mailer;
    private final SignedLinks links;
    private final Tenants tenants;
    private final Callers callers;

    @Activate
    public LoginMails(
            @Reference Mailer mailer,
            @Reference SignedLinks links,
            @Reference Tenants tenants,
            @Reference Callers callers) {
        this.mailer = mailer;
        this.links = links;
        this.tenants = tenants;
        this.callers = callers;
    }

    void forgotten(User user, String token) {
        send("password-forgotten", user.email(), user.locale(), token, user.kind() == Kind.STAFF, user.id());
    }

    void invitation(User user, String token) {
        send("invitation", user.email(), user.locale(), token, user.kind() == Kind.STAFF, user.id());
    }

    void registration(String email, Locale locale, String token) {
        send("registration", email, locale, token, false, null);
    }

    void changed(User user) {
        send("password-changed", user.email(), user.locale(), "", user.kind() == Kind.STAFF, user.id());
    }

    private void send(String template, String to, Locale locale, String token, boolean staff, String about) {
        String tenant = callers.current().tenant();
        Map<String, Object> model = Map.of(
                "marketplace",
                tenants.find(tenant).orElseThrow().title(),
                "email",
                to,
                "staff",
                staff,
                "link",
                links.address("/t/" + tenant + "/password/reset?token=" + token),
                "page",
                page());
        mailer.send(new Mail("core", template, to, locale, model, about));
    }

    /** The public page for a forgotten password of the current tenant (ACC-08). */
    String page() {
        return links.address("/t/" + callers.current().tenant() + "/password/forgot");
    }

    /** The language of somebody of whom nothing is known. */
    Locale language() {
        return tenants.find(callers.current().tenant()).orElseThrow().locale();
    }
}
