package org.bottega.sales.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.bottega.sales.store.SandboxRepository;
import org.bottega.sales.store.SandboxRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A gateway that moves no real money: {@link TestCard} numbers choose what happens. It stands for a partner outside, so it
 * keeps its own book in its own transactions, and remembers across crashes what it was commanded.
 */
@Component(service = PaymentGateway.class)
public final class SandboxGateway implements PaymentGateway {

    /** Its id. */
    public static final String ID = "sandbox";

    private final Platform platform;
    private final SandboxRepository book;

    @Activate
    public SandboxGateway(@Reference Platform platform, @Reference(target = "(unit=sales)") Store store) {
        this.platform = platform;
        this.book = new SandboxRepository(store);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Outcome charge(Charge charge) {
        TestCard card = TestCard.of(charge.means()).orElse(TestCard.BLOCKED);
        return command(() -> {
            Instant now = platform.now();
            SandboxRow row = book.find(charge.key())
                    .orElseGet(() ->
                            book.add(SandboxRow.charge(platform.tenant(), charge.key(), charge.amount(), card, now)));
            return chargeOutcome(row, now);
        });
    }

    @Override
    public Outcome refund(Refund refund) {
        return command(() -> {
            Instant now = platform.now();
            Optional<SandboxRow> charge = book.lock(refund.charge());
            Optional<SandboxRow> before = book.find(refund.key());
            if (before.isPresent()) {
                return refundOutcome(before.get(), now);
            }
            if (charge.isEmpty()) {
                return Outcome.BLOCKED;
            }
            long left = charge.get().amount().minor() - book.refundedOf(refund.charge());
            boolean refused = chargeOutcome(charge.get(), now) != Outcome.APPROVED
                    || refund.amount().minor() > left;
            return refundOutcome(
                    book.add(SandboxRow.refund(charge.get(), refund.key(), refund.amount(), refused, now)), now);
        });
    }

    @Override
    public Outcome chargeOutcome(String key) {
        return command(() ->
                book.find(key).map(row -> chargeOutcome(row, platform.now())).orElse(Outcome.UNKNOWN));
    }

    @Override
    public Outcome refundOutcome(String key) {
        return command(() ->
                book.find(key).map(row -> refundOutcome(row, platform.now())).orElse(Outcome.UNKNOWN));
    }

    private Outcome chargeOutcome(SandboxRow row, Instant now) {
        if (row.isRefused()) {
            return row.scenario() == TestCard.NO_FUNDS ? Outcome.NO_FUNDS : Outcome.BLOCKED;
        }
        boolean later = !now.isBefore(row.laterAt());
        if (row.scenario() == TestCard.DELAYED && !later) {
            return Outcome.PENDING;
        }
        boolean takenBack = row.scenario() == TestCard.CHARGEBACK && later && book.refundedOf(row.id()) == 0;
        return takenBack ? Outcome.CHARGED_BACK : Outcome.APPROVED;
    }

    private static Outcome refundOutcome(SandboxRow row, Instant now) {
        if (row.isRefused()) {
            return Outcome.BLOCKED;
        }
        boolean slow = row.scenario() == TestCard.DELAYED && now.isBefore(row.laterAt());
        return slow ? Outcome.PENDING : Outcome.APPROVED;
    }

    /** In a transaction of its own; of the same command arriving twice at once, one finds what the other wrote. */
    private Outcome command(Supplier<Outcome> work) {
        platform.refuseUnit();
        return platform.inUnit(work);
    }
}
