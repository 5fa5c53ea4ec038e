package org.bottega.core.mail;

import java.time.Instant;

/**
 * A mail of the outbox, as the operator sees it.
 *
 * @param about id of the thing it is about, or null
 */
public record StoredMail(String id, Content content, String about, State state, Progress progress) {

    /** What becomes of a mail. */
    public enum State {
        /** To be sent, or sent again. */
        QUEUED,
        /** The server has taken it. */
        SENT,
        /** Given up: the server refuses it, or was away for too long. */
        FAILED,
        /** Kept here because no server was configured. */
        HELD
    }

    /** What is in it. */
    public record Content(String to, String subject, String text, String template, String locale) {}

    /**
     * How it fares.
     *
     * @param tries how often it was handed to the server
     * @param dueAt when it is to be sent, or null
     * @param error why it was not taken, or null
     * @param sentAt null until the server has taken it
     */
    public record Progress(int tries, Instant createdAt, Instant dueAt, String error, Instant sentAt) {}
}
