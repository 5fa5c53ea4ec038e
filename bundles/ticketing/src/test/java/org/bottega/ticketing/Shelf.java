package org.bottega.ticketing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.DomainEvent;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.core.testing.TestPlatform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseRefunded;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.Purchases;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundRefused;
import org.bottega.sales.api.RefundRequestDeclined;
import org.bottega.sales.api.RefundRequested;

/** Purchases as the contract says, kept in memory. */
final class Shelf implements Purchases {

    private final TestPlatform platform;
    private final Clock clock;
    private final Map<String, Purchase> purchases = new HashMap<>();

    /** In which buyers are written to, by address; all others in English. */
    final Map<String, Locale> languages = new HashMap<>();

    Shelf(TestPlatform platform) {
        this.platform = platform;
        this.clock = platform.businessClock();
    }

    Purchase sold(String tenant, String seller, String email) {
        Instant now = platform.as(tenant, clock::instant);
        Purchase made = new Purchase(
                platform.ids().code("HP"),
                PurchaseStatus.APPROVED,
                "PR1",
                "Pasta",
                "OF1",
                seller,
                new Purchase.Buyer("buyer-" + email.charAt(0), email, "Somebody"),
                new Money(1250, "EUR"),
                new Money(1250, "EUR"),
                null,
                new Money(0, "EUR"),
                "CARD",
                now,
                now.plus(Duration.ofDays(90)),
                null);
        purchases.put(tenant + made.transaction(), made);
        return made;
    }

    @Override
    public Optional<Purchase> find(String transaction) {
        Caller caller = platform.callers().current();
        return Optional.ofNullable(purchases.get(caller.tenant() + transaction))
                .filter(p -> caller.seller() == null || caller.seller().equals(p.seller()))
                .filter(p -> caller.email() == null
                        || caller.email().equals(p.buyer().email()));
    }

    @Override
    public Page<Purchase> list(PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Locale> language(String transaction) {
        return find(transaction)
                .map(found -> languages.getOrDefault(found.buyer().email(), Locale.ENGLISH));
    }

    @Override
    public Purchase refund(String key, String transaction, String reason) {
        throw new UnsupportedOperationException();
    }

    static RefundCase with(RefundCase c, RefundCase.State state) {
        return new RefundCase(
                c.id(),
                c.transaction(),
                c.seller(),
                c.buyer(),
                c.keeper(),
                c.key(),
                state,
                c.byBuyer(),
                c.reason(),
                c.amount(),
                c.openedAt());
    }

    static DomainEvent refunded(RefundCase c) {
        return new PurchaseRefunded(
                c.transaction(), c.seller(), "PR1", c.buyer(), "r-" + c.id(), c.amount(), true, "x");
    }

    static DomainEvent refused(RefundCase c) {
        return new RefundRefused(c.transaction(), c.seller(), "PR1", c.buyer(), "r-" + c.id(), c.amount());
    }

    static DomainEvent declined(RefundCase c) {
        return new RefundRequestDeclined(
                c.transaction(), c.seller(), "PR1", c.buyer(), c.id(), PurchaseStatus.APPROVED);
    }

    static DomainEvent requested(RefundCase c) {
        return new RefundRequested(
                c.transaction(), c.seller(), "PR1", c.buyer(), c.id(), c.reason(), c.byBuyer(), c.openedAt());
    }
}
