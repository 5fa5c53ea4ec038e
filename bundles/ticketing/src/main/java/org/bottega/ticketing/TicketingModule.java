package org.bottega.ticketing;

import java.util.List;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.Kept;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.Traces;
import org.bottega.sales.api.RefundCases;
import org.bottega.ticketing.deadline.DeadlinePolicy;
import org.bottega.ticketing.store.Purge;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform knows of ticketing. While it is on, sales leaves refund requests to it (D9, D27). */
@Component(service = BusinessModule.class)
public final class TicketingModule implements BusinessModule {

    /** Id of the module. */
    public static final String ID = "ticketing";

    /** To see tickets. */
    public static final String READ = "ticketing:read";

    /** To open tickets, and to act on them. */
    public static final String WRITE = "ticketing:write";

    /** A buyer's: his own tickets. */
    public static final String OWN = "ticketing:own";

    /** Sales': to give money back. Who has it not opens no refund for others. */
    static final String REFUND = "sales:refund";

    private final ModuleInfo info;
    private final Purge purge;
    private final RefundCases cases;

    @Activate
    public TicketingModule(BundleContext bundle, @Reference Purge purge, @Reference RefundCases cases) {
        this(bundle.getBundle().getVersion().toString(), purge, cases);
    }

    TicketingModule(String version, Purge purge, RefundCases cases) {
        this.info = new ModuleInfo(
                ID,
                "Ticketing",
                version,
                Set.of("sales"),
                Set.of(READ, WRITE, OWN),
                Set.of(OWN),
                List.of(DeadlinePolicy.TYPE));
        this.purge = purge;
        this.cases = cases;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public void enable() {
        cases.keptBy(ID);
    }

    /**
     * Sales looks after its refunds itself again, once there are none here.
     *
     * @throws Problem 409 {@code tickets-open} with member {@code count}: sales would look after their refunds by terms of
     *     its own, and switched on again they would all be overdue
     */
    @Override
    public void disable() {
        long open = purge.running(TicketType.REFUND.name())
                + purge.running(TicketType.CANCELLATION.name())
                + purge.running(TicketType.SUPPORT.name());
        if (open > 0) {
            throw Problem.conflict("tickets-open", "tickets that are not closed: " + open + "; close them first")
                    .with("count", open);
        }
        cases.keptBy(null);
    }

    @Override
    public void purge() {
        purge.all();
    }

    @Override
    public List<Impact> impact() {
        return List.of(
                new Impact("refund tickets that run", purge.running(TicketType.REFUND.name())),
                new Impact("support tickets that run", purge.running(TicketType.SUPPORT.name())));
    }

    @Override
    public Traces traces(String email) {
        return purge.traces(email);
    }

    @Override
    public List<Kept> erase(Traces person) {
        return purge.erase(person);
    }
}
