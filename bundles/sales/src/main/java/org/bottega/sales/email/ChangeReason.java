package org.bottega.sales.email;

import java.util.Locale;
import java.util.Optional;

/** Why an address is changed: the list to choose from (ACC-14). */
public enum ChangeReason {
    MISTYPED("The address was mistyped", "L'indirizzo era scritto male"),
    NEW_ADDRESS("The buyer has a new address", "L'acquirente ha un nuovo indirizzo"),
    MAILBOX_LOST("The buyer no longer reaches the mailbox", "L'acquirente non raggiunge più la casella"),
    FOR_ANOTHER_PERSON("It was bought for another person", "L'acquisto era per un'altra persona"),
    OTHER("Another reason", "Un altro motivo");

    private final String english;
    private final String italian;

    ChangeReason(String english, String italian) {
        this.english = english;
        this.italian = italian;
    }

    /** For people; English where there is nothing in their language. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("it") ? italian : english;
    }

    /** The reason with this name. */
    public static Optional<ChangeReason> named(String text) {
        for (ChangeReason reason : values()) {
            if (reason.name().equals(text)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
