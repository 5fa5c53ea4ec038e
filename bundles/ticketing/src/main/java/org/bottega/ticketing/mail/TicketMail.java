package org.bottega.ticketing.mail;

import java.util.List;
import java.util.Map;

/**
 * What every mail about a ticket tells, in words of its receiver's language, in the order of NOT-04. Values that may be null
 * stand in sections of the templates.
 *
 * @param event why the mail is written
 * @param newest the newest comments, the newest first
 * @param link where the receiver finds the ticket
 * @param customer whether the receiver is the customer
 */
public record TicketMail(
        Event event, List<Said> newest, String link, boolean customer, Details ticket, Order order, History history) {

    /**
     * Why.
     *
     * @param actor who did it
     * @param before what it asked for before, or null
     * @param why it is closed, or null when somebody just closed it
     * @param waitsFor who is to answer, or null
     * @param next when something follows by itself, or null
     */
    public record Event(String actor, String before, String why, String waitsFor, String next) {}

    /** What somebody wrote; each line of it is marked as quoted. */
    public record Said(String by, String at, String body) {}

    /**
     * The ticket.
     *
     * @param amount what is asked for, or null: all that is left, or no money
     * @param due what happens by itself next, or null when nothing does
     * @param dueWhen when that is, or null
     * @param dueWhy a sentence for each segment of the clock; empty when nothing is due, or the gateway refused before
     */
    public record Details(
            String code,
            String type,
            String state,
            String reason,
            String opened,
            String openedBy,
            String amount,
            String due,
            String dueWhen,
            List<String> dueWhy) {}

    /** The purchase. @param product its name, or null */
    public record Order(String transaction, String product, String price, String seller, String customer) {}

    /**
     * All comments, the oldest first.
     *
     * @param leftOut how many older ones are not told, or null: none
     */
    public record History(Long leftOut, List<Said> comments) {}

    /** As templates see it. */
    Map<String, ?> model() {
        return Map.of(
                "event", event,
                "newest", newest,
                "link", link,
                "customer", customer,
                "ticket", ticket,
                "order", order,
                "history", history);
    }
}
