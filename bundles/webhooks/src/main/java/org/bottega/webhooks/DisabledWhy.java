package org.bottega.webhooks;

/** Why an endpoint is disabled. */
public enum DisabledWhy {
    /** Somebody asked for it. */
    ASKED,
    /** Nothing but failures for {@link Schedule#GIVE_UP}. */
    FAILING,
    /** It answered 410 Gone. */
    GONE
}
