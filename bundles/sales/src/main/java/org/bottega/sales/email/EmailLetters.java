package org.bottega.sales.email;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.SignedLinks;
import org.bottega.sales.Letters;
import org.bottega.sales.Links;
import org.bottega.sales.Moments;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.store.EmailRequestRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails about a changed address, and the link by which a new one is confirmed. */
@Component(service = EmailLetters.class)
public final class EmailLetters {

    private static final String CONFIRM = "sales.email-confirm";

    private final Letters letters;
    private final Links links;
    private final SignedLinks signed;

    @Activate
    public EmailLetters(@Reference Letters letters, @Reference Links links, @Reference SignedLinks signed) {
        this.letters = letters;
        this.links = links;
        this.signed = signed;
    }

    /** To the new address: the purchase as it is now (ACC-15). */
    void changed(Purchase after, Locale locale) {
        letters.send("email-changed", after.buyer().email(), locale, after, Map.of("receipt", links.receipt(after)));
    }

    /** To the old address: that it is no longer the purchase's, so that nobody loses one without knowing. */
    void notice(Purchase before, Purchase after, Locale locale) {
        String next = masked(after.buyer().email());
        letters.send("email-notice", before.buyer().email(), locale, before, Map.of("newEmail", next));
    }

    /** To an address that somebody says is his: the link that proves it. */
    void confirm(Purchase purchase, EmailRequestRow request, Locale locale) {
        String token = signed.sign(CONFIRM, request.id());
        String link = links.page("email-confirmations", token);
        String until = Moments.text(request.expiresAt(), letters.zone(purchase), locale);
        letters.send("email-confirm", request.newEmail(), locale, purchase, Map.of("link", link, "until", until));
    }

    /** Id of the request that a link confirms. */
    Optional<String> read(String token) {
        return signed.verify(CONFIRM, token);
    }

    /** Enough of an address for its owner to know it: {@code a***@e***.com}. */
    static String masked(String email) {
        int at = email.indexOf('@');
        int dot = email.lastIndexOf('.');
        return email.charAt(0) + "***@" + email.charAt(at + 1) + "***" + email.substring(dot);
    }
}
