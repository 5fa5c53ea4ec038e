package org.bottega.sales;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.Caller;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.core.testing.SentMail;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.sales.payment.ChargeDesk;
import org.bottega.sales.payment.ChargeOutcome;
import org.bottega.sales.payment.Gateways;
import org.bottega.sales.payment.PaymentLetters;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.reaction.AskCharges;
import org.bottega.sales.reaction.EndGuarantees;
import org.bottega.sales.reaction.GrantAccess;
import org.bottega.sales.reaction.MailSale;
import org.bottega.sales.reaction.RevokeChargedBack;
import org.bottega.sales.reaction.RevokeRefunded;
import org.bottega.sales.refund.Refunds;
import org.bottega.sales.store.SalesStore;
import org.junit.jupiter.api.Assertions;

/** All of sales on the whole platform: sandbox tenants acme and bravo, each with sellers anna and bruno. */
final class Shop implements AutoCloseable {

    private static final class Shared {
        private static final Shop SHOP = new Shop(TestDatabase.Kind.usual());
    }

    static final String ACME = "acme";
    static final String BRAVO = "bravo";
    static final String ANNA = "anna";
    static final String BRUNO = "bruno";

    final TestPlatform platform;
    final FaultyGateway gateway;
    final Gateways gateways;
    final ChargeOutcome outcomes;
    final Purchases api;
    final Catalog catalog;
    final Stock stock;
    final Checkout checkout;
    final PurchaseList purchases;
    final Returns returns;
    final Refunds refunds;
    final AccessDesk access;
    final Receipts receipts;
    final Book book;
    final Platform services;
    final SalesStore store;
    final PaymentShop payments;
    private final AtomicInteger keys = new AtomicInteger();

    /** One for all tests that leave it fit for others: they look at what is their own, and at differences. */
    static Shop shared() {
        return Shared.SHOP;
    }

    Shop(TestDatabase.Kind kind) {
        this(TestPlatform.on(kind));
    }

    Shop(TestPlatform platform) {
        this.platform = platform;
        Store unit = platform.store("sales");
        store = new SalesStore(unit);
        services = new Platform(
                platform.callers(),
                platform.unitOfWork(),
                platform.businessClock(),
                platform.ids(),
                new Journal(platform.audit(), platform.events()));
        gateways = new Gateways(services, platform.tenants(), PaymentShop.config(""));
        SandboxGateway sandbox = new SandboxGateway(services, unit);
        gateway = new FaultyGateway(sandbox);
        gateways.add(gateway);
        stock = new Stock(services, store, unit, platform);
        Links links = new Links(services, platform.links());
        Letters letters = new Letters(store, platform.sellers(), platform.mailer(), links);
        outcomes = new ChargeOutcome(services, store, platform.policies(), new PaymentLetters(letters), stock.uses);
        ChargeDesk charges = new ChargeDesk(services, store, gateways, outcomes, platform.policies());
        returns = new Returns(platform, services, store, gateways, letters);
        payments = new PaymentShop(
                new PaymentShop.Parts(services, store, unit, gateways, sandbox),
                platform,
                charges,
                outcomes,
                returns.desk);
        catalog = stock.catalog;
        checkout = new Checkout(services, store, platform.sellers(), charges, stock.shelf);
        purchases = stock.purchases;
        refunds = returns.refunds;
        api = new PurchasesService(services, store, refunds);
        access = new AccessDesk(services, store, platform.sellers(), letters, links);
        receipts = new Receipts(services, store, platform.sellers(), letters, links);
        stock.resendBy(services, unit, letters);
        book = new Book(unit, platform);
        platform.module(Stock.module(unit));
        listen(letters);
        platform.work(new AskCharges(charges), new EndGuarantees(services, store));
        open();
    }

    private void listen(Letters letters) {
        platform.listen(
                new GrantAccess(access),
                new RevokeRefunded(access),
                new RevokeChargedBack(access),
                new MailSale(letters, purchases));
        returns.listen();
    }

    private void open() {
        for (String tenant : List.of(ACME, BRAVO)) {
            if (platform.tenants().find(tenant).isPresent()) {
                continue;
            }
            platform.newSandbox(tenant);
            platform.newSeller(tenant, ANNA);
            platform.newSeller(tenant, BRUNO);
            platform.enable(tenant, SalesModule.ID);
        }
    }

    /** As one who may reach all of acme. */
    <T> T acme(Supplier<T> work) {
        return platform.as(ACME, work::get);
    }

    <T> T bravo(Supplier<T> work) {
        return platform.as(BRAVO, work::get);
    }

    /** As a seller of acme, who reaches own rows only. */
    <T> T seller(String seller, Supplier<T> work) {
        return platform.asSeller(ACME, seller, work::get);
    }

    /** As a buyer with a link, at acme. */
    <T> T nobody(Supplier<T> work) {
        return platform.callers().as(Caller.anonymous(ACME, "test"), work::get);
    }

    /** An offer of a new product with a guarantee of 30 days. */
    Offer offer(String seller, long cents) {
        return offer(seller, cents, 30, RefundPolicy.GUARANTEE);
    }

    Offer offer(String seller, long cents, int days, RefundPolicy policy) {
        Product product = catalog.add(new Catalog.NewProduct(seller, "Pasta by hand", null, days, policy));
        return catalog.addOffer(product.id(), null, new Money(cents, "EUR"));
    }

    /** A sale of this offer to Ada, under a new key. */
    Purchase sell(Offer offer, TestCard card) {
        return checkout.sell(key(), order(offer, "ada@example.com", card));
    }

    /** A sale at acme that is approved and told to everybody. */
    Purchase sold() {
        Purchase sold = acme(() -> sell(offer(ANNA, 1250), TestCard.APPROVED));
        platform.drain();
        return sold;
    }

    /** A seller of acme with no sale yet. */
    String newSeller() {
        return platform.newSeller(ACME, "seller-" + keys.incrementAndGet()).id();
    }

    static NewPurchase order(Offer offer, String email, TestCard card) {
        return new NewPurchase(offer.id(), new NewBuyer(email, "Ada Lovelace", null, Locale.ENGLISH), card.number());
    }

    String key() {
        return "key-" + keys.incrementAndGet();
    }

    /** How the purchase stands now. */
    Purchase now(Purchase purchase) {
        return acme(() -> purchases.get(purchase.transaction()));
    }

    /** Mails about the purchase made of this template, the oldest first. */
    List<SentMail> mails(String template, Purchase about) {
        return platform.mails(ACME).stream()
                .filter(mail -> mail.template().equals(template) && mail.text().contains(about.transaction()))
                .toList();
    }

    /** The token of the link in a mail. */
    static String token(SentMail mail) {
        Matcher link = Pattern.compile("/t/\\w+/sales/(access|receipts)/(\\S+)").matcher(mail.text());
        Assertions.assertTrue(link.find(), mail.text());
        return link.group(2);
    }

    /** The refusal of {@code work}. */
    static Problem refused(String code, Runnable work) {
        Problem problem = Assertions.assertThrows(Problem.class, work::run);
        Assertions.assertEquals(code, problem.code(), problem.getMessage());
        return problem;
    }

    @Override
    public void close() {
        platform.close();
    }
}
