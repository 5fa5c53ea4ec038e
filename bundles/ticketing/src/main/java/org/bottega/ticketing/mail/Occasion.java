package org.bottega.ticketing.mail;

import java.time.Instant;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.ClosedWhy;
import org.bottega.ticketing.TicketType;

/**
 * Why a mail is written.
 *
 * @param template name of the mail's template
 * @param actor who did it
 * @param before what the ticket asked for before, of one that was changed, else null
 * @param why of one that was closed, else null
 * @param waitsFor who is to answer, of a warning, else null
 * @param next when something follows by itself, of a warning, else null
 */
public record Occasion(String template, Actor actor, TicketType before, ClosedWhy why, Actor waitsFor, Instant next) {

    /** NOT-06. */
    public static Occasion opened(Actor actor) {
        return new Occasion("ticket-opened", actor, null, null, null, null);
    }

    /** NOT-07. */
    public static Occasion reply(Actor actor) {
        return new Occasion("ticket-reply", actor, null, null, null, null);
    }

    /** NOT-08. */
    public static Occasion changed(Actor actor, TicketType before) {
        return new Occasion("ticket-changed", actor, before, null, null, null);
    }

    /** NOT-09. */
    public static Occasion closed(Actor actor, ClosedWhy why) {
        return new Occasion("ticket-closed", actor, null, why, null, null);
    }

    /** It is open again, which needs a comment: told as a reply (D19). */
    public static Occasion reopened(Actor actor) {
        return new Occasion("ticket-reopened", actor, null, null, null, null);
    }

    /** NOT-10. */
    public static Occasion warned(Actor waitsFor, Instant next) {
        return new Occasion("ticket-warning", Actor.SYSTEM, null, null, waitsFor, next);
    }
}
