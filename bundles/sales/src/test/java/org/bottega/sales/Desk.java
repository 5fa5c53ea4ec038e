package org.bottega.sales;

import java.util.Locale;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.LinkPage.Fact;
import org.bottega.api.spi.LinkPage.View;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.Form;
import org.bottega.sales.files.ProductFileRows;
import org.bottega.sales.files.ProductFiles;
import org.bottega.sales.page.AccessPage;
import org.bottega.sales.page.ConfirmationPage;
import org.bottega.sales.page.ReceiptPage;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.Assertions;

/** The pages of a shop, and a buyer who gets links to them. */
final class Desk {

    private static int number;

    final Shop shop = Shop.shared();
    final Post post = new Post(shop);
    final ProductFiles files = new ProductFiles(
            shop.services,
            shop.store,
            new ProductFileRows(shop.platform.store("sales")),
            shop.platform.files(),
            shop.access);
    final LinkPage receipt;
    final LinkPage access;
    final LinkPage confirmation;
    final String buyer = "page-" + ++number + "@example.com";

    Desk() {
        Links links = new Links(shop.services, shop.platform.links());
        Letters letters = new Letters(shop.store, shop.platform.sellers(), shop.platform.mailer(), links);
        receipt = new ReceiptPage(
                shop.services,
                shop.store,
                shop.platform.sellers(),
                shop.receipts,
                new ReceiptPage.Post(links, letters));
        access = new AccessPage(shop.services, shop.store, shop.access, links, files);
        confirmation = new ConfirmationPage(shop.services, shop.store, post.confirmations, letters);
    }

    /** A sale to the buyer, who is written to in this language. */
    Purchase sold(Locale language) {
        Offer offer = shop.acme(() -> shop.offer(Shop.ANNA, 1250));
        NewBuyer ada = new NewBuyer(buyer, "Ada <b>", null, language);
        Purchase sold = shop.acme(
                () -> shop.checkout.sell(shop.key(), new NewPurchase(offer.id(), ada, TestCard.APPROVED.number())));
        shop.platform.drain();
        return sold;
    }

    /** The page as the platform asks for it, in the language of the link. */
    View view(LinkPage page, String token) {
        return shop.nobody(() -> page.view(token, page.language(token).orElse(Locale.ENGLISH)));
    }

    static String fact(View view, String label) {
        return view.facts().stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .findFirst()
                .orElse(null);
    }

    static String words(LinkPage page, Problem problem, Locale language) {
        return page.words(problem, language).orElseThrow();
    }

    static Problem refusal(Runnable work) {
        return Assertions.assertThrows(Problem.class, work::run);
    }

    /** The token by which the buyer's wish for another address is confirmed. */
    String asked(Purchase sold, String next) {
        post.buyer(buyer, () -> post.own.changeEmail(sold.transaction(), Form.ofBuyer(null, next, next)));
        return post.token("email-confirm", sold);
    }
}
