package org.bottega.ticketing.mail;

import java.util.Locale;
import org.bottega.api.Mail;
import org.bottega.api.Mailer;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.ticketing.ClosedWhy;
import org.bottega.ticketing.TicketingModule;
import org.bottega.ticketing.mail.TicketFacts.Facts;
import org.bottega.ticketing.mail.TicketMail.Event;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mails about a ticket, each to both sides in their languages (NOT-05), written into the open unit of work. */
@Component(service = TicketLetters.class)
public final class TicketLetters {

    private final TicketFacts facts;
    private final Purchases purchases;
    private final Sellers sellers;
    private final Mailer mailer;
    private final TicketLinks links;

    @Activate
    public TicketLetters(
            @Reference TicketFacts facts,
            @Reference Purchases purchases,
            @Reference Sellers sellers,
            @Reference Mailer mailer,
            @Reference TicketLinks links) {
        this.facts = facts;
        this.purchases = purchases;
        this.sellers = sellers;
        this.mailer = mailer;
        this.links = links;
    }

    /**
     * Tells both sides what happened, and how the ticket stands now.
     *
     * @throws IllegalStateException when sales does not know the purchase: to be tried again
     */
    public void send(String ticket, Occasion occasion) {
        facts.of(ticket).ifPresent(found -> {
            String transaction = found.ticket().subject().purchase();
            Purchase purchase = purchases
                    .find(transaction)
                    .orElseThrow(() -> new IllegalStateException("sales does not know purchase " + transaction));
            Seller seller = sellers.find(purchase.seller()).orElseThrow();
            Order order = new Order(purchase, seller);
            toSeller(found, order, occasion);
            toCustomer(found, order, occasion);
        });
    }

    /** What was bought, of whom. */
    record Order(Purchase purchase, Seller seller) {}

    /** NOT-01, NOT-02. */
    private void toSeller(Facts found, Order order, Occasion occasion) {
        Seller seller = order.seller();
        String to = seller.supportEmail() == null ? seller.email() : seller.supportEmail();
        String link = links.sellers(found.ticket().id());
        send(new Receiver(to, seller.locale(), link, false), occasion, found, order);
    }

    private void toCustomer(Facts found, Order order, Occasion occasion) {
        Purchase purchase = order.purchase();
        Locale language = purchases.language(purchase.transaction()).orElse(Locale.ENGLISH);
        String link = links.customers(found.ticket().id(), purchase);
        send(new Receiver(purchase.buyer().email(), language, link, true), occasion, found, order);
    }

    /** One side. */
    private record Receiver(String to, Locale language, String link, boolean customer) {}

    private void send(Receiver receiver, Occasion occasion, Facts found, Order order) {
        MailWords words = MailWords.in(receiver.language(), order.seller().zone());
        Told told = new Told(found, order, words);
        TicketMail mail = new TicketMail(
                event(occasion, words),
                told.newest(),
                receiver.link(),
                receiver.customer(),
                told.details(),
                told.order(),
                told.history());
        mailer.send(new Mail(
                TicketingModule.ID,
                occasion.template(),
                receiver.to(),
                words.language(),
                mail.model(),
                found.ticket().id()));
    }

    private static Event event(Occasion o, MailWords words) {
        return new Event(
                words.actor(o.actor()),
                o.before() == null ? null : words.of("type", o.before()),
                o.why() == null || o.why() == ClosedWhy.ASKED ? null : words.of("why", o.why()),
                o.waitsFor() == null ? null : words.actor(o.waitsFor()),
                o.next() == null ? null : words.moment(o.next()));
    }
}
