package org.bottega.ticketing.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Comment;
import org.bottega.ticketing.deadline.Explanation;
import org.bottega.ticketing.mail.TicketFacts.Facts;
import org.bottega.ticketing.mail.TicketMail.Details;
import org.bottega.ticketing.mail.TicketMail.History;
import org.bottega.ticketing.mail.TicketMail.Said;
import org.bottega.ticketing.store.TicketRow;

/** The parts of a mail in words. */
record Told(Facts facts, TicketLetters.Order of, MailWords words) {

    /** Comments right under the reason of the mail. */
    private static final int NEWEST = 3;

    /** Most characters of a comment among all: each of them is mailed again with every further one. */
    private static final int OLD = 1000;

    private static final String GOES_ON = " […]";

    /** The newest, the newest first. */
    List<Said> newest() {
        return facts.newest().stream()
                .limit(NEWEST)
                .map(comment -> said(comment, Integer.MAX_VALUE))
                .toList();
    }

    /** All, the oldest first. */
    History history() {
        List<Comment> oldestFirst = new ArrayList<>(facts.newest());
        Collections.reverse(oldestFirst);
        return new History(
                facts.leftOut() == 0 ? null : facts.leftOut(),
                oldestFirst.stream().map(comment -> said(comment, OLD)).toList());
    }

    /** What people wrote is marked as theirs, so that nothing of it looks like the mail's own words. */
    private Said said(Comment comment, int most) {
        String all = comment.body() == null ? words.get("erased") : comment.body();
        String body = all.length() <= most ? all : all.substring(0, most).stripTrailing() + GOES_ON;
        return new Said(
                words.actor(comment.actor()),
                words.moment(comment.at()),
                body.replaceAll("(?m)^", "> ").replaceAll("(?m)^> $", ">"));
    }

    Details details() {
        TicketRow row = facts.ticket();
        Money amount = row.refund().amount();
        boolean due = row.due().at() != null;
        return new Details(
                row.id(),
                words.of("type", row.type()),
                words.of("state", row.state()),
                words.reason(row.subject().reason()),
                words.moment(row.opening().at()),
                words.actor(row.opening().by()),
                amount == null ? null : amount.toString(),
                due ? words.of("step", row.due().step()) : null,
                due ? words.moment(row.due().at()) : null,
                why());
    }

    /** Why then (D3 to D6), in the words of the clocks. */
    private List<String> why() {
        if (facts.why() == null) {
            return List.of();
        }
        Explanation told = Explanation.of(facts.why(), facts.zone(), words.language());
        List<String> sentences = new ArrayList<>(told.segments());
        sentences.add(told.due());
        return sentences;
    }

    TicketMail.Order order() {
        Purchase purchase = of.purchase();
        String name = purchase.buyer().name();
        String email = purchase.buyer().email();
        return new TicketMail.Order(
                purchase.transaction(),
                purchase.productName(),
                purchase.price().toString(),
                of.seller().name(),
                name == null ? email : name + " <" + email + ">");
    }
}
