package org.bottega.sales.payment;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bottega.api.spi.NotifyingGateway;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.api.spi.SlipGateway;
import org.bottega.api.spi.VaultGateway;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A gateway that moves no real money: {@link TestCard} numbers choose what happens. It stands for a partner outside, so it
 * keeps its own book in its own transactions, and remembers across crashes what it was commanded.
 */
@Component(service = {PaymentGateway.class, SandboxGateway.class})
public final class SandboxGateway implements SlipGateway, VaultGateway, NotifyingGateway {

    /** Its id. */
    public static final String ID = "sandbox";

    private final Platform platform;
    private final SandboxBook book;

    @Activate
    public SandboxGateway(@Reference Platform platform, @Reference(target = "(unit=sales)") Store store) {
        this.platform = platform;
        this.book = new SandboxBook(platform, store);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Outcome charge(Charge charge) {
        return command(() -> book.charge(charge));
    }

    @Override
    public Slip print(Order order) {
        return command(() -> {
            book.charge(order.key(), order.amount(), TestCard.SLIP);
            return new Slip("SANDBOX-" + order.key(), "https://sandbox.invalid/slips/" + order.key());
        });
    }

    @Override
    public Optional<String> keep(String key, String means) {
        return command(() -> book.keep(key, means));
    }

    @Override
    public Optional<String> kept(String key) {
        return command(() -> book.kept(key));
    }

    @Override
    public Outcome refund(Refund refund) {
        return command(() -> book.refund(refund));
    }

    @Override
    public Outcome chargeOutcome(String key) {
        return command(() -> book.charged(key));
    }

    @Override
    public Outcome refundOutcome(String key) {
        return command(() -> book.refundedBy(key));
    }

    @Override
    public Outcome retry(String charge, int attempt) {
        return command(() -> book.retry(charge, attempt));
    }

    @Override
    public Outcome cancel(String charge) {
        return command(() -> book.cancel(charge));
    }

    @Override
    public List<Notice> read(Notification notification) {
        return SandboxNotices.read(notification);
    }

    /** Pretends, in the open unit of work, that this has become of a charge. */
    void pretend(String charge, Outcome outcome) {
        book.tell(charge, outcome);
    }

    /** In a transaction of its own; of the same command arriving twice at once, one finds what the other wrote. */
    private <T> T command(Supplier<T> work) {
        platform.refuseUnit();
        return platform.inUnit(work);
    }
}
