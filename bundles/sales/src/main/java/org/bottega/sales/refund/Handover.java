package org.bottega.sales.refund;

import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.RefundKeeper;
import org.bottega.sales.api.RefundKeeper.Taken;
import org.bottega.sales.payment.RefundOutcome.Standing;
import org.bottega.sales.refund.Refunds.Wish;
import org.bottega.sales.refund.store.HandedRows.Handed;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a seller wants to give back (REF-01): at once, or by the module that keeps the tenant's refunds (D9). The stored keeper
 * decides; while its bundle is away nothing is given back.
 */
@Component(service = Handover.class)
public final class Handover {

    private final Platform platform;
    private final SalesStore store;
    private final RefundTables tables;
    private final Refunds refunds;
    private final Keepers keepers;

    @Activate
    public Handover(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference RefundTables tables,
            @Reference Refunds refunds,
            @Reference Keepers keepers) {
        this.platform = platform;
        this.store = store;
        this.tables = tables;
        this.refunds = refunds;
        this.keepers = keepers;
    }

    /** What became of a wish: how the refund stands, or what the keeper took over. One of the two is null. */
    public record Given(Standing standing, Handed handed) {}

    /** A wish that is to be taken over. */
    private record Passed(RefundKeeper keeper, NewRefundCase wish, String product, Preview now, Handed before) {}

    /**
     * Gives back, or hands over. The same key again does nothing more and answers how it stands, or what it was answered.
     *
     * @throws org.bottega.api.Problem as {@link Refunds#give} and {@link RefundKeeper#take}; 503 {@code module-unavailable}
     * @throws IllegalStateException when a unit of work is open
     */
    public Given give(String key, String transaction, Wish wish) {
        platform.refuseUnit();
        String command = RequestKey.of(platform.caller(), key);
        Optional<Passed> passed = platform.inUnit(() -> pass(command, transaction, wish));
        if (passed.isEmpty()) {
            return new Given(refunds.give(key, transaction, wish), null);
        }
        Passed to = passed.get();
        if (to.before() != null) {
            return new Given(null, to.before());
        }
        Taken taken = to.keeper().take(command, to.wish());
        return new Given(null, platform.inUnit(() -> note(command, to, taken)));
    }

    /** Empty when it is given back at once. */
    private Optional<Passed> pass(String command, String transaction, Wish wish) {
        Optional<Handed> before = tables.handed().of(command);
        if (before.isPresent()) {
            checkSame(before.get(), transaction, wish.size().amount());
            return Optional.of(new Passed(null, null, null, null, before.get()));
        }
        Optional<String> keeper = store.keepers().current();
        if (keeper.isEmpty() || store.refunds().byRequest(command).isPresent()) {
            return Optional.empty();
        }
        RefundKeeper there = keepers.get(keeper.get());
        String why = Check.text("reason", wish.reason(), Refunds.REASON_LENGTH);
        Preview now = refunds.judge(transaction, wish);
        Money part = now.amount().equals(now.left()) ? null : now.amount();
        NewRefundCase meant = new NewRefundCase(transaction, false, null, part, RefundReason.OTHER.name(), why);
        return Optional.of(new Passed(there, meant, wish.product(), now, null));
    }

    private static void checkSame(Handed before, String transaction, Money told) {
        if (!before.transaction().equals(transaction) || told != null && !told.equals(before.amount())) {
            throw RequestKey.reused();
        }
    }

    private Handed note(String command, Passed to, Taken taken) {
        return tables.handed().of(command).orElseGet(() -> {
            Preview now = to.now();
            Handed handed = new Handed(
                    command,
                    now.purchase().seller(),
                    now.purchase().transaction(),
                    now.amount(),
                    to.keeper().module(),
                    taken);
            tables.handed().add(handed);
            tables.requests().lock(taken.request()).ifPresent(row -> row.claim().isFor(to.product()));
            return handed;
        });
    }
}
