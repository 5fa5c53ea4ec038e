package org.bottega.sales;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCases;
import org.bottega.sales.api.RefundKeeper;

/** A small module that keeps refund requests: it opens one for each wish and gives back five minutes later, when told to. */
class TicketBox implements RefundKeeper {

    static final String MODULE = "box";
    static final Duration WINDOW = Duration.ofMinutes(5);

    final Map<String, Taken> taken = new ConcurrentHashMap<>();
    private final Shop shop;
    private final RefundCases cases;

    TicketBox(Shop shop) {
        this.shop = shop;
        this.cases = shop.returns.cases;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Taken take(String key, NewRefundCase wish) {
        RefundCase opened = cases.open("take-" + key, MODULE, wish);
        return taken.computeIfAbsent(
                key,
                first -> new Taken(
                        "BOX-" + (taken.size() + 1),
                        opened.id(),
                        opened.openedAt().plus(WINDOW)));
    }

    /** From now on refund requests of acme are kept here. */
    void keeps() {
        shop.acme(() -> {
            cases.keptBy(MODULE);
            return null;
        });
    }

    /** And from now on no longer. */
    void keepsNoMore() {
        shop.acme(() -> {
            cases.keptBy(null);
            return null;
        });
    }
}
