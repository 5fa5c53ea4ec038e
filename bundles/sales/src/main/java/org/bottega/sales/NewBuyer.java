package org.bottega.sales;

import java.util.Locale;
import org.bottega.api.Problem;

/**
 * A buyer as a sale tells of him. Personal data.
 *
 * @param email kept in lower case; it is what makes two purchases one buyer's
 * @param name 1 to 200 characters
 * @param taxId up to 40 characters, or null
 * @param locale language of mails, or null when not told
 */
public record NewBuyer(String email, String name, String taxId, Locale locale) {
    public NewBuyer {
        email = Check.email("buyer.email", email);
        name = Check.text("buyer.name", name, 200);
        taxId = Check.optional("buyer.taxId", taxId, 40);
    }

    /** With the language as a tag such as {@code it} or {@code en-GB}, or null. */
    public static NewBuyer of(String email, String name, String taxId, String language) {
        return new NewBuyer(email, name, taxId, language == null ? null : locale(language));
    }

    private static Locale locale(String tag) {
        if (!tag.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}")) {
            throw Problem.invalid("locale-invalid", "buyer.locale", "a language tag such as it or en-GB is expected");
        }
        return Locale.forLanguageTag(tag.replace('_', '-'));
    }
}
