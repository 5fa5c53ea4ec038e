package org.bottega.api.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a person sees who follows a link from a mail, at {@code /t/{tenant}/{module}/{name}/{token}}: a page in HTML, without
 * scripts. The caller is anonymous, as for an {@link Anonymous} operation; the token is the proof. The module tells what is
 * to be read, the platform makes a page of it and escapes all of it.
 */
@ConsumerType
public interface LinkPage {

    /** Segment of the path, one of the module's own: {@code [a-z][a-z0-9-]*}. */
    String name();

    /**
     * The language in which who got the link is written to; empty when the token does not tell, and the browser decides.
     * The page is made in it where there are texts in it, else in English, as mails are.
     */
    Optional<Locale> language(String token);

    /**
     * What is to be read (GET). Mail programs look too, so nothing is done that the reader has to want.
     *
     * @param language in which the texts are expected
     * @throws Problem shown as a page with its status
     */
    View view(String token, Locale language);

    /**
     * What the reader confirms by the button of the page (POST), and then reads.
     *
     * @throws Problem shown as a page with its status
     */
    default View confirm(String token, Locale language) {
        throw new Problem(Kind.METHOD_NOT_ALLOWED, "method-not-allowed", "there is nothing to confirm here")
                .with("allow", "GET, HEAD");
    }

    /** A refusal in words for the reader, or empty: then the platform has words for its kind. */
    default Optional<String> words(Problem problem, Locale language) {
        return Optional.empty();
    }

    /**
     * A page, in plain texts.
     *
     * @param button what confirms, or null when there is nothing to confirm
     */
    record View(String title, List<String> paragraphs, List<Fact> facts, List<Link> links, String button) {
        public View {
            Objects.requireNonNull(title);
            paragraphs = List.copyOf(paragraphs);
            facts = List.copyOf(facts);
            links = List.copyOf(links);
        }
    }

    /**
     * One thing told: {@code Paid: 12.50 EUR}.
     *
     * @param address what the value leads to, as of a {@link Link}, or null
     */
    record Fact(String label, String value, String address) {
        public Fact {
            Objects.requireNonNull(label);
            Objects.requireNonNull(value);
            if (address != null) {
                Link.check(address);
            }
        }

        /** A fact that leads nowhere. */
        public Fact(String label, String value) {
            this(label, value, null);
        }
    }

    /**
     * Somewhere to go on to.
     *
     * @param address a path of this server, or absolute: {@code https}, {@code http} or {@code mailto}
     */
    record Link(String text, String address) {
        public Link {
            Objects.requireNonNull(text);
            check(address);
        }

        private static void check(String address) {
            if (!address.matches("(/|https?://|mailto:).*") || address.startsWith("//")) {
                throw new IllegalArgumentException("no address for a page: " + address);
            }
        }
    }
}
