package org.bottega.sales;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.core.testing.SentMail;
import org.bottega.core.testing.TestPlatform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.ChangeRules;
import org.bottega.sales.email.Confirmations;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.email.EmailChanges;
import org.bottega.sales.email.EmailLetters;
import org.bottega.sales.email.Form;
import org.bottega.sales.email.Handover;
import org.bottega.sales.email.Identity;
import org.bottega.sales.email.store.EmailStore;
import org.bottega.sales.own.OwnArea;
import org.bottega.sales.own.OwnData;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.Assertions;

/** Changing addresses, and the buyer's own area, in a shop. */
final class Post {

    final Shop shop;
    final EmailChanges changes;
    final Confirmations confirmations;
    final OwnArea own;
    final OwnData data;

    Post(Shop shop) {
        this.shop = shop;
        TestPlatform platform = shop.platform;
        EmailStore kept = new EmailStore(platform.store("sales"));
        ChangeRules rules = new ChangeRules(shop.services, shop.store, kept, platform.sellers(), platform.policies());
        Links links = new Links(shop.services, platform.links());
        Letters mails = new Letters(shop.store, platform.sellers(), platform.mailer(), links);
        EmailLetters letters = new EmailLetters(mails, links, platform.links());
        Handover handover = new Handover(shop.services, shop.store, kept, shop.access, letters);
        changes = new EmailChanges(
                shop.services,
                shop.store,
                kept,
                rules,
                new EmailChanges.Work(new Identity(shop.services, shop.store, kept, platform.clock()), handover));
        confirmations =
                new Confirmations(shop.services, shop.store, kept, new Confirmations.Change(rules, handover, letters));
        own = new OwnArea(
                shop.services,
                shop.store,
                platform.sellers(),
                new OwnArea.Desks(shop.access, shop.receipts, confirmations));
        data = new OwnData(shop.services, shop.store);
    }

    /** A sale at acme to this address that is approved and told to everybody. */
    Purchase sold(String email) {
        return sold(email, null);
    }

    Purchase sold(String email, String taxId) {
        Offer offer = shop.acme(() -> shop.offer(Shop.ANNA, 1250));
        NewBuyer buyer = new NewBuyer(email, "Ada Lovelace", taxId, null);
        NewPurchase order = new NewPurchase(offer.id(), buyer, TestCard.APPROVED.number());
        Purchase sold = shop.acme(() -> shop.checkout.sell(shop.key(), order));
        shop.platform.drain();
        return sold;
    }

    /** A form that is right for a purchase of this address. */
    static Form form(String from, String to) {
        return new Form("MISTYPED", from, to, to, null);
    }

    /** Changed by the tenant's own staff. */
    EmailChange change(Purchase purchase, String from, String to) {
        return change(purchase, form(from, to));
    }

    EmailChange change(Purchase purchase, Form form) {
        return shop.acme(() -> changes.change(shop.key(), purchase.transaction(), form));
    }

    /** Sets one value of the policy of acme. */
    void policy(String name, Object value) {
        shop.acme(() -> shop.platform.core().policyDesk().set("sales.emailChange", null, Map.of(name, value), null));
    }

    void defaultPolicy() {
        shop.acme(() -> shop.platform.core().policyDesk().reset("sales.emailChange", null, null));
    }

    /** The token of the newest mail of this template about the purchase. */
    String token(String template, Purchase purchase) {
        var mails = shop.mails(template, purchase);
        SentMail mail = mails.get(mails.size() - 1);
        Matcher link = Pattern.compile("/t/acme/sales/(access|receipts|email-confirmations)/(\\S+)")
                .matcher(mail.text());
        Assertions.assertTrue(link.find(), mail.text());
        return link.group(2);
    }

    /** As the buyer with this address. */
    <T> T buyer(String email, java.util.function.Supplier<T> work) {
        return shop.platform.asBuyer(Shop.ACME, email, work::get);
    }
}
