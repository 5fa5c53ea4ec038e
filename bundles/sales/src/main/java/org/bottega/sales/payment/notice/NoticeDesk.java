package org.bottega.sales.payment.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.spi.NotifyingGateway.About;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.bottega.sales.payment.ChargeDesk;
import org.bottega.sales.payment.RefundDesk;
import org.bottega.sales.payment.store.NoticeRepository;
import org.bottega.sales.payment.store.NoticeRow;
import org.bottega.sales.payment.store.NoticeRow.State;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Applies notices: whatever they say, the gateway is asked by key, so that their order does not count. A notice of a charge
 * that nobody knows is kept for a day, in case it overtook what it is about.
 */
@Component(service = NoticeDesk.class)
public final class NoticeDesk {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Platform platform;
    private final SalesStore store;
    private final ChargeDesk charges;
    private final RefundDesk refunds;
    private final NoticeRepository rows;

    @Activate
    public NoticeDesk(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference ChargeDesk charges,
            @Reference RefundDesk refunds,
            @Reference(target = "(unit=sales)") Store unit) {
        this.platform = platform;
        this.store = store;
        this.charges = charges;
        this.refunds = refunds;
        this.rows = new NoticeRepository(unit);
    }

    /** What a due notice leads to. */
    private record Task(About about, String key, String transaction) {}

    /** Applies a notice, if that is due. A crash on the way leaves it due; asking twice changes nothing more. */
    public void apply(String id) {
        platform.refuseUnit();
        Optional<Task> task = platform.inUnit(
                () -> rows.lock(id).filter(row -> row.isDue(platform.now())).flatMap(this::task));
        if (task.isEmpty()) {
            return;
        }
        if (task.get().about() == About.CHARGE) {
            charges.hear(task.get().key());
        } else {
            refunds.hear(task.get().key());
        }
        platform.inUnit(
                () -> rows.lock(id).filter(row -> row.state() == State.NEW).map(row -> {
                    row.end(State.APPLIED);
                    platform.journal()
                            .note(
                                    "payment.notice",
                                    task.get().transaction(),
                                    Map.of(
                                            "notice",
                                            row.notice().id(),
                                            "outcome",
                                            row.notice().outcome()));
                    return row;
                }));
    }

    private Optional<Task> task(NoticeRow row) {
        String key = row.notice().key();
        Optional<Task> known =
                transaction(row).map(transaction -> new Task(row.notice().about(), key, transaction));
        if (known.isEmpty()) {
            Instant again = platform.now().plus(PAUSE);
            Instant end = row.createdAt().plus(KEPT);
            if (platform.now().isBefore(end)) {
                row.tryAgain(again.isBefore(end) ? again : end);
            } else {
                row.end(State.DROPPED);
            }
        }
        return known;
    }

    /** Of the payment or refund that the notice's own gateway has under this key. */
    private Optional<String> transaction(NoticeRow row) {
        String key = row.notice().key();
        boolean charge = row.notice().about() == About.CHARGE;
        String payment = charge
                ? key
                : store.refunds().find(key).map(refund -> refund.paymentId()).orElse(key);
        return store.payments()
                .find(payment)
                .filter(found -> found.gateway().equals(row.gateway()))
                .filter(found -> charge || store.refunds().find(key).isPresent())
                .map(found -> found.purchaseId());
    }
}
