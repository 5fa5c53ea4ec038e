package org.bottega.sales;

import org.bottega.api.Money;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCase.State;
import org.bottega.sales.api.RefundCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop of its own, whose refund requests at acme are kept by {@link TicketBox}; and what its keeper commands. */
abstract class KeptStory {

    Shop shop;
    Returns returns;
    RefundCases cases;
    TicketBox box;

    @BeforeEach
    final void openShop() {
        shop = new Shop(TestDatabase.Kind.usual());
        returns = shop.returns;
        cases = returns.cases;
        box = new TicketBox(shop);
        returns.keepers.add(box);
        box.keeps();
    }

    @AfterEach
    final void closeShop() {
        shop.close();
    }

    static Money euro(long cents) {
        return new Money(cents, "EUR");
    }

    RefundCase open(String key, NewRefundCase wish) {
        return shop.acme(() -> cases.open(key, TicketBox.MODULE, wish));
    }

    /** The buyer wants so much back, or all that is left. */
    RefundCase opened(Purchase purchase, Money amount) {
        return open(shop.key(), new NewRefundCase(purchase.transaction(), true, null, amount, "NOT_SATISFIED", null));
    }

    RefundCase grant(String key, RefundCase request) {
        return shop.acme(() -> cases.grant(key, request.id(), "granted"));
    }

    RefundCase end(RefundCase request, boolean byBuyer) {
        return shop.acme(() -> cases.end(request.id(), "it works now", byBuyer));
    }

    State state(RefundCase request) {
        return shop.acme(() -> cases.find(request.id())).orElseThrow().state();
    }
}
