package org.bottega.ticketing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.bottega.api.Policies;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Tenants;
import org.bottega.ticketing.deadline.Deadline;
import org.bottega.ticketing.deadline.DeadlinePolicy;
import org.bottega.ticketing.deadline.Opening;
import org.bottega.ticketing.deadline.ProcessingClock;
import org.bottega.ticketing.deadline.SellerDays;
import org.bottega.ticketing.deadline.SupportClock;
import org.bottega.ticketing.deadline.SupportClock.Silence;
import org.bottega.ticketing.store.ClockPart;
import org.bottega.ticketing.store.TicketRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens next to a ticket, and when, by its seller's zone and the tenant's policy (TKT-20, D17). */
@Component(service = Deadlines.class)
public final class Deadlines {

    private final Sellers sellers;
    private final Tenants tenants;
    private final Policies policies;

    @Activate
    public Deadlines(@Reference Sellers sellers, @Reference Tenants tenants, @Reference Policies policies) {
        this.sellers = sellers;
        this.tenants = tenants;
        this.policies = policies;
    }

    /** What happens next, and why then. */
    public record Next(NextStep step, Deadline deadline) {}

    /** The seller's zone; the tenant's where there is no such seller (D17). */
    public ZoneId zone(String tenant, String seller) {
        return sellers.find(seller)
                .map(found -> found.zone())
                .orElseGet(() -> tenants.find(tenant).orElseThrow().zone());
    }

    /** The policy of the current tenant. */
    public DeadlinePolicy policy() {
        return policies.get(DeadlinePolicy.TYPE);
    }

    /** What comes next for an open ticket. */
    public Next next(TicketRow ticket) {
        SellerDays days = SellerDays.in(zone(ticket.tenantId(), ticket.sellerId()));
        if (ticket.type() != TicketType.SUPPORT) {
            Opening opening = Opening.of(ticket.clock().from(), ticket.clock().by(), ticket.type());
            return new Next(NextStep.PROCESS, ProcessingClock.deadline(opening, policy(), days));
        }
        Instant last = ticket.clock().lastAt();
        Silence silence = ticket.clock().lastBy() == Actor.SELLER
                ? SupportClock.ofCustomer(last, policy(), days)
                : SupportClock.ofSeller(last, policy(), days);
        int warned = ticket.clock().warned();
        boolean over = warned >= silence.warnings().size();
        Deadline planned = over ? silence.close() : silence.warnings().get(warned);
        NextStep step = over ? NextStep.CLOSE : warned == 0 ? NextStep.WARN_1 : NextStep.WARN_2;
        return new Next(step, warned == 0 ? planned : notBefore(planned, ticket.clock(), days));
    }

    /** Who was warned late, by an outage or a shorter policy, has as long to act as anybody (TKT-28, TKT-29, TKT-32). */
    private Deadline notBefore(Deadline planned, ClockPart clock, SellerDays days) {
        Deadline full = clock.lastBy() == Actor.SELLER
                ? SupportClock.ofWarnedCustomer(clock.warnedAt(), policy(), days)
                : SupportClock.ofWarnedSeller(clock.warnedAt(), clock.warned(), policy(), days);
        return full.due().isAfter(planned.due()) ? full : planned;
    }

    /** Sets what is due next. */
    public void plan(TicketRow ticket) {
        Next next = next(ticket);
        ticket.due().next(next.step(), next.deadline().due());
    }

    /** When the system may close a ticket at the earliest: now, or when the seller's weekend is over (TKT-30). */
    public Instant mayClose(TicketRow ticket, Instant now) {
        ZoneId zone = zone(ticket.tenantId(), ticket.sellerId());
        LocalDate day = now.atZone(zone).toLocalDate();
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant()
                : now;
    }
}
