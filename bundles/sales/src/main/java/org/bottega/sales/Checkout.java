package org.bottega.sales;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchase.Buyer;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.catalog.Shelf;
import org.bottega.sales.catalog.Shelf.Sellable;
import org.bottega.sales.payment.ChargeDesk;
import org.bottega.sales.payment.Command;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Selling, in three steps: the intent is committed, the gateway is asked, the outcome is committed. */
@Component(service = Checkout.class)
public final class Checkout {

    private final Platform platform;
    private final SalesStore store;
    private final Sellers sellers;
    private final ChargeDesk charges;
    private final Shelf shelf;

    @Activate
    public Checkout(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Sellers sellers,
            @Reference ChargeDesk charges,
            @Reference Shelf shelf) {
        this.platform = platform;
        this.store = store;
        this.sellers = sellers;
        this.charges = charges;
        this.shelf = shelf;
    }

    /** A sale whose intent is committed. {@code command}: what to ask the gateway, or null when it was asked. */
    private record Begun(Purchase purchase, Command command) {}

    /**
     * Sells. The same key again sells nothing more: it answers how the purchase stands, after asking the gateway once more
     * under the charge's own key if its answer had been lost.
     *
     * @param key the caller's Idempotency-Key
     * @return the purchase: APPROVED, NO_FUNDS or BLOCKED; PRE_ORDER; PRINTED_BILLET; or not decided yet
     * @throws Problem 400 naming the field, {@code payment-type-unsupported}, {@code pre-order-unsupported}, {@code
     *     pre-order-needs-card}, {@code pre-order-not-free}; 404 {@code offer-not-found}; 409 {@code offer-archived}, {@code
     *     product-archived}; what a coupon is refused for; 422 {@code idempotency-key-reused}; 503 {@code
     *     gateway-unavailable}, before anything is done
     * @throws IllegalStateException when a unit of work is open
     */
    public Purchase sell(String key, NewPurchase order) {
        platform.refuseUnit();
        String request = RequestKey.of(platform.caller(), key);
        PaymentGateway gateway = charges.forSale();
        Begun begun = platform.inUnit(() -> begin(request, order, gateway));
        return begun.command() == null
                ? begun.purchase()
                : charges.make(begun.command()).orElse(begun.purchase());
    }

    private Begun begin(String request, NewPurchase order, PaymentGateway gateway) {
        Optional<PurchaseRow> before = store.purchases().byRequest(request);
        if (before.isPresent()) {
            return again(before.get(), order);
        }
        Sellable chosen = shelf.pick(order.offer());
        Offer offer = chosen.offer();
        PurchaseRow row = new PurchaseRow(
                platform.tenant(),
                chosen.product(),
                offer,
                buyer(order.buyer(), offer.seller()),
                new PurchaseRow.Made(platform.ids().code("HP"), request, platform.now(), order.payment()));
        row.facts().told(order.buyer().taxId());
        shelf.reduce(row, chosen, order.coupon());
        Instant releaseAt = release(offer, row);
        if (releaseAt == null) {
            row.become(PurchaseStatus.PROCESSING_TRANSACTION);
        }
        store.purchases().add(row);
        shelf.copyContents(row, chosen);
        if (row.paymentType() == PaymentType.FREE) {
            return free(row);
        }
        PaymentRow payment = charges.intend(row, gateway, order, releaseAt);
        platform.journal()
                .note(
                        "purchase.start",
                        row.id(),
                        Map.of("offer", offer.id(), "price", row.left().toString(), "charge", payment.id()));
        return begun(row, payment, order);
    }

    /** There is nothing to pay: no gateway is asked. */
    private Begun free(PurchaseRow row) {
        row.become(PurchaseStatus.APPROVED);
        Purchase purchase = row.purchase();
        platform.journal()
                .tell(
                        "purchase.approved",
                        Approval.of(purchase),
                        Map.of("price", purchase.price().toString()));
        return new Begun(purchase, null);
    }

    /** Locked, so that the purchase and its payment are seen as one commit left them. */
    private Begun again(PurchaseRow seen, NewPurchase order) {
        PurchaseRow row = store.purchases().lock(seen.id()).orElseThrow();
        Purchase purchase = row.purchase();
        if (!order.offer().equals(purchase.offer())
                || !order.buyer().email().equals(row.soldTo())
                || !Objects.equals(order.coupon(), purchase.coupon())
                || row.paymentType() != PaymentType.FREE && order.payment() != row.paymentType()) {
            throw RequestKey.reused();
        }
        if (row.paymentType() == PaymentType.FREE) {
            return new Begun(purchase, null);
        }
        return begun(row, store.payments().of(row.id()).orElseThrow(), order);
    }

    private Begun begun(PurchaseRow row, PaymentRow payment, NewPurchase order) {
        Purchase purchase = row.purchase();
        return new Begun(purchase, charges.begin(payment, purchase, order.card()));
    }

    /** When the sale is a pre-order, the instant at which it will be charged; else null. */
    private Instant release(Offer offer, PurchaseRow row) {
        if (offer.releaseAt() == null || !offer.releaseAt().isAfter(platform.now())) {
            return null;
        }
        if (row.paymentType() == PaymentType.FREE) {
            throw Problem.invalid("pre-order-not-free", "coupon", "what is delivered later has a price to be charged");
        }
        if (row.paymentType() != PaymentType.CARD) {
            throw Problem.invalid("pre-order-needs-card", "payment.type", "what is charged later is paid by CARD");
        }
        return offer.releaseAt();
    }

    private Buyer buyer(NewBuyer told, String seller) {
        CustomerRow row = store.buyers().byEmail(told.email()).orElse(null);
        if (row == null || row.taxKey() == null) {
            TaxIds.checkFree(platform, store, told.email(), told.taxId());
        }
        if (row == null) {
            Locale locale = told.locale() != null
                    ? told.locale()
                    : sellers.find(seller).map(Seller::locale).orElse(Locale.ENGLISH);
            row = store.buyers()
                    .add(new CustomerRow(platform.tenant(), platform.ids().next(), told, locale, platform.now()));
        } else {
            row.learn(told);
        }
        return new Buyer(row.id(), told.email(), told.name());
    }
}
