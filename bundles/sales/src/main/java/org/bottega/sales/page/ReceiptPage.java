package org.bottega.sales.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.spi.LinkPage;
import org.bottega.sales.Letters;
import org.bottega.sales.Links;
import org.bottega.sales.Links.AccessLink;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.Receipts;
import org.bottega.sales.Receipts.Receipt;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.store.AccessRow;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The order receipt (RCP-01): the buyer's leads on to what he bought, the seller's does not. */
@Component(service = ReceiptPage.class)
public final class ReceiptPage implements LinkPage {

    private final Platform platform;
    private final SalesStore store;
    private final Sellers sellers;
    private final Receipts receipts;
    private final Post post;

    /** Links, and how mails tell dates. */
    @Component(service = Post.class)
    public static final class Post {
        private final Links links;
        private final Letters letters;

        @Activate
        public Post(@Reference Links links, @Reference Letters letters) {
            this.links = links;
            this.letters = letters;
        }
    }

    @Activate
    public ReceiptPage(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Sellers sellers,
            @Reference Receipts receipts,
            @Reference Post post) {
        this.platform = platform;
        this.store = store;
        this.sellers = sellers;
        this.receipts = receipts;
        this.post = post;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Optional<Locale> language(String token) {
        return platform.inUnit(() -> post.links
                .readReceipt(token)
                .flatMap(link -> link.buyer() == null
                        ? store.purchases()
                                .find(link.transaction())
                                .flatMap(row -> sellers.find(row.sellerId()))
                                .map(Seller::locale)
                        : store.buyers().find(link.buyer()).map(CustomerRow::locale)));
    }

    @Override
    public View view(String token, Locale language) {
        Words words = Words.in(language);
        return platform.inUnit(() -> {
            Receipt receipt = receipts.open(token);
            boolean buyers = post.links.readReceipt(token).orElseThrow().buyer() != null;
            Purchase purchase = receipt.purchase();
            List<Fact> facts = new ArrayList<>();
            goods(words, receipt, facts);
            money(words, purchase, facts);
            refundable(words, purchase, buyers, facts);
            facts.add(words.help(receipt.supportEmail()));
            return new View(
                    words.get("receipt.title", purchase.transaction()),
                    List.of(),
                    facts,
                    buyers ? access(words, purchase) : List.of(),
                    null);
        });
    }

    private void goods(Words words, Receipt receipt, List<Fact> facts) {
        Purchase purchase = receipt.purchase();
        if (purchase.productName() != null) {
            facts.add(words.fact("product", purchase.productName()));
        }
        if (!receipt.contents().isEmpty()) {
            facts.add(words.fact(
                    "contents", receipt.contents().stream().map(Item::name).collect(Collectors.joining(", "))));
        }
        facts.add(words.fact("seller", receipt.sellerName()));
        String name = purchase.buyer().name();
        String email = purchase.buyer().email();
        facts.add(words.fact("buyer", name == null ? email : name + ", " + email));
        facts.add(words.fact("date", words.time(purchase.purchasedAt(), post.letters.zone(purchase))));
        facts.add(words.fact("status", words.get("status." + purchase.status())));
    }

    private static void money(Words words, Purchase purchase, List<Fact> facts) {
        facts.add(words.fact("price", purchase.price().toString()));
        if (purchase.coupon() != null) {
            facts.add(words.fact("listPrice", purchase.listPrice().toString()));
            facts.add(words.fact("coupon", purchase.coupon()));
        }
        if (purchase.refunded().minor() > 0) {
            facts.add(words.fact("refunded", purchase.refunded().toString()));
        }
    }

    /** Until when the reader may ask for the money, or give it back (D7, D8). */
    private void refundable(Words words, Purchase purchase, boolean buyers, List<Fact> facts) {
        PurchaseRow row = store.purchases().find(purchase.transaction()).orElseThrow();
        boolean paidHere = row.paymentType() == PaymentType.CARD || row.paymentType() == PaymentType.BILLET;
        PurchaseStatus next = buyers ? PurchaseStatus.PROTESTED : PurchaseStatus.REFUNDED;
        Instant until = buyers ? row.terms().customerEnds(row.purchasedAt()) : purchase.refundableUntil();
        if (paidHere
                && PurchaseLife.allows(row.status(), next)
                && platform.now().isBefore(until)) {
            facts.add(words.fact("refundable", words.time(until, post.letters.zone(purchase))));
        }
    }

    private List<Link> access(Words words, Purchase purchase) {
        return store.accesses().of(purchase.transaction()).stream()
                .filter(AccessRow::isGranted)
                .map(row -> new Link(
                        words.get(
                                "receipt.access",
                                row.productName() == null ? purchase.productName() : row.productName()),
                        post.links.access(new AccessLink(row.id(), row.linkVersion()))))
                .toList();
    }

    @Override
    public Optional<String> words(Problem problem, Locale language) {
        return Words.in(language).of(problem);
    }
}
