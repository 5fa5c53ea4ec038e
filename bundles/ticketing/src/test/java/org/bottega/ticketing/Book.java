package org.bottega.ticketing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.core.testing.TestPlatform;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCase.State;
import org.bottega.sales.api.RefundCases;

/** Sales as its contract says, kept in memory, with a gateway that counts and can refuse, fail and take its time. */
final class Book implements RefundCases {

    /** What goes wrong next. */
    enum Fault {
        NONE,
        /** The node dies before sales hears of it. */
        BEFORE,
        /** The node dies after sales has done it. */
        AFTER,
        /** The gateway refuses. */
        REFUSED,
        /** The gateway cannot be reached. */
        AWAY
    }

    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final List<String> paidBack = new ArrayList<>();
    final Map<String, String> keepers = new HashMap<>();
    Fault onOpen = Fault.NONE;
    Fault onGrant = Fault.NONE;
    boolean slow;
    final Shelf shelf;
    private final TestPlatform platform;
    private final Clock clock;
    private final Map<String, RefundCase> cases = new HashMap<>();
    private final Map<String, String> opened = new HashMap<>();
    private final Map<String, Boolean> granted = new HashMap<>();

    Book(TestPlatform platform) {
        this.platform = platform;
        this.clock = platform.businessClock();
        this.shelf = new Shelf(platform);
    }

    Purchase sold(String tenant, String seller, String email) {
        return shelf.sold(tenant, seller, email);
    }

    private String tenant() {
        return platform.callers().current().tenant();
    }

    @Override
    public void keptBy(String module) {
        keepers.put(tenant(), module);
    }

    /** As a buyer who asks in sales itself. */
    RefundCase asked(Purchase p) {
        return platform.unitOfWork()
                .call(() -> add(null, new NewRefundCase(p.transaction(), true, null, null, "OTHER", null)));
    }

    @Override
    public RefundCase open(String key, String keeper, NewRefundCase wish) {
        if (platform.unitOfWork().isOpen()) {
            throw new IllegalStateException("not within a unit of work");
        }
        die(onOpen == Fault.BEFORE);
        String before = opened.get(tenant() + key);
        RefundCase made = before != null
                ? cases.get(before)
                : platform.unitOfWork().call(() -> {
                    check(wish);
                    return add(key, wish);
                });
        die(onOpen == Fault.AFTER);
        return made;
    }

    private static void die(boolean now) {
        if (now) {
            throw new Died();
        }
    }

    private RefundCase add(String key, NewRefundCase wish) {
        Purchase p = shelf.find(wish.transaction()).orElseThrow();
        RefundCase made = new RefundCase(
                platform.ids().next(),
                p.transaction(),
                p.seller(),
                p.buyer().id(),
                "ticketing",
                key,
                State.OPEN,
                wish.byBuyer(),
                wish.reason(),
                wish.amount() == null ? p.price() : wish.amount(),
                clock.instant());
        cases.put(made.id(), made);
        opened.put(tenant() + key, made.id());
        platform.events().publish(Shelf.requested(made));
        return made;
    }

    @Override
    public void check(NewRefundCase wish) {
        Purchase p = shelf.find(wish.transaction()).orElseThrow(() -> Problem.notFound("purchase", wish.transaction()));
        if (!wish.reason().equals("OTHER") && !wish.reason().equals("CHANGED_MIND")) {
            throw Problem.invalid("reason-unknown", "reason", "OTHER or CHANGED_MIND");
        }
        boolean running = cases.values().stream()
                .anyMatch(c -> c.transaction().equals(p.transaction()) && c.state() != State.ENDED);
        if (running) {
            throw Problem.conflict("refund-request-open", "one is open");
        }
        Instant judged = wish.since() == null ? clock.instant() : wish.since();
        Duration clause = Duration.ofDays(wish.byBuyer() ? 60 : 90);
        if (!judged.isBefore(p.purchasedAt().plus(clause))) {
            throw Problem.conflict("refund-period-over", "too late");
        }
    }

    @Override
    public Optional<RefundCase> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public RefundCase grant(String key, String id, String note) {
        if (platform.unitOfWork().isOpen()) {
            throw new IllegalStateException("not within a unit of work");
        }
        die(onGrant == Fault.BEFORE);
        if (onGrant == Fault.AWAY) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "gateway-unavailable", "away");
        }
        RefundCase found = cases.get(id);
        if (granted.putIfAbsent(key, true) == null) {
            if (found.state() != State.OPEN) {
                throw Problem.conflict("refund-request-closed", "is " + found.state());
            }
            if (onGrant == Fault.REFUSED) {
                tell(id, State.OPEN);
                throw Problem.conflict("refund-refused", "no");
            }
            paidBack.add(found.transaction());
            if (slow) {
                become(id, State.GRANTING);
            } else {
                tell(id, State.GRANTED);
            }
        }
        die(onGrant == Fault.AFTER);
        return cases.get(id);
    }

    /** The gateway has decided. */
    void decided(Purchase p, boolean yes) {
        RefundCase found = cases.values().stream()
                .filter(c -> c.transaction().equals(p.transaction()) && c.state() == State.GRANTING)
                .findFirst()
                .orElseThrow();
        tell(found.id(), yes ? State.GRANTED : State.OPEN);
    }

    private void tell(String id, State state) {
        platform.unitOfWork().run(() -> {
            RefundCase c = become(id, state);
            platform.events().publish(state == State.GRANTED ? Shelf.refunded(c) : Shelf.refused(c));
        });
    }

    private RefundCase become(String id, State state) {
        RefundCase now = Shelf.with(cases.get(id), state);
        cases.put(id, now);
        return now;
    }

    @Override
    public RefundCase end(String id, String reason, boolean byBuyer) {
        RefundCase c = cases.get(id);
        if (c.state() == State.ENDED) {
            return c;
        }
        if (c.state() != State.OPEN) {
            throw Problem.conflict("refund-request-closed", "is " + c.state());
        }
        return platform.unitOfWork().call(() -> {
            platform.events().publish(Shelf.declined(c));
            return become(id, State.ENDED);
        });
    }

    /** How many of its requests wait. */
    long waiting(Purchase p) {
        return cases.values().stream()
                .filter(c -> c.transaction().equals(p.transaction()) && c.state() == State.OPEN)
                .count();
    }
}
