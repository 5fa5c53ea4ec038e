package org.bottega.sales.payment.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.spi.NotifyingGateway;
import org.bottega.api.spi.NotifyingGateway.Notice;
import org.bottega.api.spi.NotifyingGateway.Notification;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.bottega.sales.payment.Gateways;
import org.bottega.sales.payment.store.NoticeRepository;
import org.bottega.sales.payment.store.NoticeRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door for what gateways tell: checks, writes down, and answers. What it means is found out a moment later. */
@Component(service = Notices.class)
public final class Notices {

    /** Most notices in one notification. */
    private static final int MOST = 500;

    private final Platform platform;
    private final Gateways gateways;
    private final NoticeKeys keys;
    private final Clock clock;
    private final NoticeRepository rows;

    @Activate
    public Notices(
            @Reference Platform platform,
            @Reference Gateways gateways,
            @Reference NoticeKeys keys,
            @Reference(target = "(time=real)") Clock clock,
            @Reference(target = "(unit=sales)") Store store) {
        this.platform = platform;
        this.gateways = gateways;
        this.keys = keys;
        this.clock = clock;
        this.rows = new NoticeRepository(store);
    }

    /** A notice that was taken, and what became of it. */
    public record Heard(String id, String gateway, Notice notice, NoticeRow.State state, Instant at) {}

    /**
     * Takes a notification. A notice that was taken before is not taken again.
     *
     * @param headers by name in lower case
     * @return how many notices are new
     * @throws Problem 404 {@code gateway-not-found}; 409 {@code tenant-not-sandbox}; 401 {@code signature-invalid}; 400 {@code notification-invalid}
     */
    public int take(String gateway, Map<String, String> headers, byte[] body) {
        return platform.inUnit(() -> {
            NotifyingGateway notifying = gateways.notifying(gateway);
            List<Notice> notices =
                    notifying.read(new Notification(headers, body, keys.secret(gateway), clock.instant()));
            if (notices.size() > MOST) {
                throw Problem.invalid("notification-invalid", "body", "at most " + MOST + " notices");
            }
            int taken = 0;
            for (Notice notice : notices) {
                if (rows.heard(gateway, notice.id()).isEmpty()) {
                    rows.add(new NoticeRow(platform.tenant(), platform.ids().next(), gateway, notice, platform.now()));
                    taken++;
                }
            }
            return taken;
        });
    }

    /** Real time, by which signatures are judged. */
    public Instant realNow() {
        return clock.instant();
    }

    /**
     * What was taken, newest first.
     *
     * @throws Problem 403 {@code seller-confined}
     */
    public Page<Heard> list(PageRequest request) {
        keys.refuseConfined();
        return platform.inUnit(() -> rows.list(request)
                .map(row -> new Heard(row.id(), row.gateway(), row.notice(), row.state(), row.createdAt())));
    }
}
