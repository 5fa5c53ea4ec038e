package org.bottega.sales.refund;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.bottega.sales.refund.store.ClaimPart;
import org.bottega.sales.refund.store.KeptPart;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refund requests that another module keeps: which module, and what it opens. */
@Component(service = Keeping.class)
public final class Keeping {

    private static final String WHAT = "sales.refund-cases";
    private static final int MODULE_LENGTH = 30;

    private final Platform platform;
    private final SalesStore store;
    private final RefundTables tables;
    private final RefundRequests requests;

    @Activate
    public Keeping(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference RefundTables tables,
            @Reference RefundRequests requests) {
        this.platform = platform;
        this.store = store;
        this.tables = tables;
        this.requests = requests;
    }

    /** As {@link org.bottega.sales.api.RefundCases#keptBy} says. */
    void by(String module) {
        String keeper = Check.optional("module", module, MODULE_LENGTH);
        platform.inUnit(() -> {
            Optional<String> before = store.keepers().current();
            if (!before.equals(Optional.ofNullable(keeper))) {
                if (keeper == null) {
                    store.keepers().none(platform.now());
                } else {
                    store.keepers().set(keeper);
                }
                platform.journal()
                        .note(
                                "refund-requests.kept",
                                platform.tenant(),
                                Map.of("keeper", Objects.requireNonNullElse(keeper, "sales")));
            }
            return null;
        });
    }

    /** As {@link org.bottega.sales.api.RefundCases#open} says. */
    RefundCase open(String key, String keeper, NewRefundCase wish) {
        RequestKey.check(key);
        String module = Check.text("keeper", keeper, MODULE_LENGTH);
        Ask ask = ask(wish);
        return platform.inUnit(() -> {
            PurchaseRow purchase = requests.lock(wish.transaction());
            Optional<RefundRequestRow> before =
                    platform.beyond(WHAT, () -> tables.requests().byKey(key));
            if (before.isPresent()) {
                return same(before.get().refundCase(), wish);
            }
            ClaimPart claim = platform.beyond(WHAT, () -> claim(purchase, wish));
            return requests.add(purchase, ask, claim, new KeptPart(module, key)).refundCase();
        });
    }

    private static RefundCase same(RefundCase before, NewRefundCase wish) {
        boolean same = before.transaction().equals(wish.transaction())
                && before.byBuyer() == wish.byBuyer()
                && before.reason().equals(wish.reason())
                && (wish.amount() == null || wish.amount().equals(before.amount()));
        if (!same) {
            throw RequestKey.reused();
        }
        return before;
    }

    /** As {@link org.bottega.sales.api.RefundCases#check} says. */
    void check(NewRefundCase wish) {
        ask(wish);
        platform.inUnit(() -> {
            PurchaseRow purchase = requests.purchase(wish.transaction());
            return platform.beyond(WHAT, () -> claim(purchase, wish));
        });
    }

    private Ask ask(NewRefundCase wish) {
        String known = Arrays.toString(RefundReason.values());
        if (wish.reason() == null) {
            throw Problem.invalid("field-missing", "reason", "one of " + known);
        }
        RefundReason reason = Arrays.stream(RefundReason.values())
                .filter(one -> one.name().equals(wish.reason()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("reason-unknown", "reason", "one of " + known));
        return Ask.of(wish.byBuyer() ? Side.BUYER : Side.SELLER, reason, "remark", wish.remark());
    }

    /** What is asked for, after all that speaks against it was thrown. */
    private ClaimPart claim(PurchaseRow purchase, NewRefundCase wish) {
        Instant now = platform.now();
        Instant since = wish.since() == null ? now : wish.since();
        if (since.isAfter(now)) {
            throw Problem.invalid("since-in-future", "since", "now or before");
        }
        Money left = purchase.left();
        Money amount =
                new RefundSize(null, wish.amount()).of(purchase.purchase().price(), left);
        requests.check(purchase, wish.byBuyer() ? Side.BUYER : Side.SELLER, since);
        if (amount.minor() > left.minor()) {
            throw Problem.invalid("amount-out-of-range", "amount", "at most " + left + ": the rest was given back");
        }
        return new ClaimPart(purchase, amount);
    }
}
