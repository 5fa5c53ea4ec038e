package org.bottega.ticketing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.core.testing.SentMail;
import org.bottega.core.testing.TestPlatform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.ticketing.mail.TicketFacts;
import org.bottega.ticketing.mail.TicketLetters;
import org.bottega.ticketing.mail.TicketLinks;
import org.bottega.ticketing.page.TicketPage;
import org.bottega.ticketing.reaction.MailChanged;
import org.bottega.ticketing.reaction.MailClosed;
import org.bottega.ticketing.reaction.MailOpened;
import org.bottega.ticketing.reaction.MailReopened;
import org.bottega.ticketing.reaction.MailReply;
import org.bottega.ticketing.reaction.MailWarning;
import org.bottega.ticketing.store.NewestComments;
import org.bottega.ticketing.store.TicketTables;
import org.junit.jupiter.api.Assertions;

/** An office that mails. */
final class Letterbox implements AutoCloseable {

    final Office office = new Office();
    final Doorway sales = new Doorway();
    final TicketLinks links;
    final TicketPage page;

    Letterbox() {
        TestPlatform p = office.platform;
        Platform services = new Platform(
                p.callers(), p.unitOfWork(), p.businessClock(), p.ids(), new Journal(p.audit(), p.events()));
        TicketTables tables = new TicketTables(p.store("ticketing"));
        NewestComments newest = new NewestComments(p.store("ticketing"));
        Deadlines deadlines = new Deadlines(p.sellers(), p.tenants(), p.policies());
        links = new TicketLinks(services, p.callers(), p.links(), tables, sales);
        page = new TicketPage(services, links, office.desk, office.changes, newest);
        TicketLetters letters =
                new TicketLetters(new TicketFacts(tables, newest, deadlines), sales, p.sellers(), p.mailer(), links);
        p.listen(
                new MailOpened(letters),
                new MailReply(letters),
                new MailChanged(letters),
                new MailClosed(letters),
                new MailReopened(letters),
                new MailWarning(letters));
    }

    /** Sales, which can go away, and whose purchases can get another buyer. */
    final class Doorway implements Purchases {
        boolean away;
        private final Map<String, Purchase.Buyer> others = new HashMap<>();

        void give(Purchase p, String id, String email) {
            others.put(p.transaction(), new Purchase.Buyer(id, email, null));
        }

        @Override
        public Optional<Purchase> find(String transaction) {
            return office.book.shelf.find(transaction).map(p -> others.containsKey(transaction) ? given(p) : p);
        }

        private Purchase given(Purchase p) {
            return new Purchase(
                    p.transaction(),
                    p.status(),
                    p.product(),
                    p.productName(),
                    p.offer(),
                    p.seller(),
                    others.get(p.transaction()),
                    p.price(),
                    p.listPrice(),
                    p.coupon(),
                    p.refunded(),
                    p.paymentType(),
                    p.purchasedAt(),
                    p.refundableUntil(),
                    p.source());
        }

        /** Asked for the second mail of two: the first is written then. */
        @Override
        public Optional<Locale> language(String transaction) {
            if (away) {
                throw new IllegalStateException("sales is away");
            }
            return office.book.shelf.language(transaction);
        }

        @Override
        public Page<Purchase> list(PageRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Purchase refund(String key, String transaction, String reason) {
            throw new UnsupportedOperationException();
        }
    }

    /** All mails at acme so far. */
    List<SentMail> mails() {
        office.platform.drain();
        return office.platform.mails(Office.ACME);
    }

    /** The newest to this address. */
    SentMail newest(String to) {
        List<SentMail> his = mails().stream().filter(m -> m.to().equals(to)).toList();
        return his.get(his.size() - 1);
    }

    /** The token of the link in the newest mail to the customer. */
    String token(String to) {
        Matcher link = Pattern.compile("/t/acme/ticketing/by-link/(\\S+)")
                .matcher(newest(to).text());
        Assertions.assertTrue(link.find());
        return link.group(1);
    }

    @Override
    public void close() {
        office.close();
    }
}
