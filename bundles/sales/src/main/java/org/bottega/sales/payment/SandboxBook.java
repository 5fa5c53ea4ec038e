package org.bottega.sales.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.spi.PaymentGateway.Charge;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.api.spi.PaymentGateway.Refund;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.bottega.sales.payment.store.SandboxCard;
import org.bottega.sales.payment.store.SandboxCards;
import org.bottega.sales.payment.store.SandboxTales;
import org.bottega.sales.payment.store.SandboxTold;
import org.bottega.sales.store.SandboxRepository;
import org.bottega.sales.store.SandboxRow;

/** What the sandbox gateway has done, and what it makes of that. Methods need an open unit of work. */
final class SandboxBook {

    /** Which attempt collects a card that is unpaid at first. */
    private static final int GOOD_ATTEMPT = 2;

    private final Platform platform;
    private final SandboxRepository rows;
    private final SandboxTales tales;
    private final SandboxCards cards;

    SandboxBook(Platform platform, Store store) {
        this.platform = platform;
        rows = new SandboxRepository(store);
        tales = new SandboxTales(store);
        cards = new SandboxCards(store);
    }

    Outcome charge(Charge charge) {
        TestCard card = cards.find(charge.means())
                .map(SandboxCard::scenario)
                .or(() -> TestCard.of(charge.means()))
                .orElse(TestCard.BLOCKED);
        return outcome(charge(charge.key(), charge.amount(), card));
    }

    SandboxRow charge(String key, Money amount, TestCard card) {
        return rows.find(key)
                .orElseGet(() -> rows.add(SandboxRow.charge(platform.tenant(), key, amount, card, platform.now())));
    }

    Outcome refund(Refund refund) {
        Optional<SandboxRow> charge = rows.lock(refund.charge());
        Optional<SandboxRow> before = rows.find(refund.key());
        if (before.isPresent()) {
            return refunded(before.get());
        }
        if (charge.isEmpty()) {
            return Outcome.BLOCKED;
        }
        long left = charge.get().amount().minor() - rows.refundedOf(refund.charge());
        boolean refused =
                outcome(charge.get()) != Outcome.APPROVED || refund.amount().minor() > left;
        return refunded(
                rows.add(SandboxRow.refund(charge.get(), refund.key(), refund.amount(), refused, platform.now())));
    }

    Outcome charged(String key) {
        return rows.find(key).map(this::outcome).orElse(Outcome.UNKNOWN);
    }

    Outcome refundedBy(String key) {
        return rows.find(key).map(this::refunded).orElse(Outcome.UNKNOWN);
    }

    /** Keeps a card; the token is the key of the command. A blocked one is refused. */
    Optional<String> keep(String key, String number) {
        TestCard card = TestCard.of(number).orElse(TestCard.BLOCKED);
        if (card == TestCard.BLOCKED) {
            return Optional.empty();
        }
        if (cards.find(key).isEmpty()) {
            cards.add(new SandboxCard(platform.tenant(), key, card));
        }
        return Optional.of(key);
    }

    Optional<String> kept(String key) {
        return cards.find(key).map(SandboxCard::id);
    }

    Outcome retry(String key, int attempt) {
        rows.lock(key)
                .filter(row -> row.scenario() == TestCard.UNPAID_THEN_PAID && attempt >= GOOD_ATTEMPT)
                .filter(row -> outcome(row) == Outcome.UNPAID)
                .ifPresent(row -> tell(key, Outcome.APPROVED));
        return charged(key);
    }

    Outcome cancel(String key) {
        rows.lock(key).map(this::outcome).filter(SandboxBook::isOpen).ifPresent(open -> tell(key, Outcome.CANCELLED));
        return charged(key);
    }

    /** From now on the charge is this, whatever its card says. */
    void tell(String key, Outcome outcome) {
        tales.add(new SandboxTold(platform.tenant(), platform.ids().next(), key, outcome, platform.now()));
    }

    private static boolean isOpen(Outcome outcome) {
        return switch (outcome) {
            case PENDING, UNDER_REVIEW, PRINTED, UNPAID -> true;
            default -> false;
        };
    }

    private Outcome outcome(SandboxRow row) {
        Optional<SandboxTold> told = tales.last(row.id());
        if (told.isPresent()) {
            return told.get().outcome();
        }
        Outcome outcome = row.scenario().outcome(Duration.between(row.createdAt(), platform.now()));
        boolean takenBack = outcome == Outcome.CHARGED_BACK || outcome == Outcome.DISPUTED;
        return takenBack && rows.refundedOf(row.id()) >= row.amount().minor() ? Outcome.APPROVED : outcome;
    }

    private Outcome refunded(SandboxRow row) {
        if (row.isRefused()) {
            return Outcome.BLOCKED;
        }
        Instant done = row.laterAt();
        boolean slow = row.scenario() == TestCard.DELAYED && platform.now().isBefore(done);
        return slow ? Outcome.PENDING : Outcome.APPROVED;
    }
}
