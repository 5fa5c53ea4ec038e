package org.bottega.sales.email;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.EmailChange.MadeBy;
import org.bottega.sales.email.EmailChangePolicy.Mode;
import org.bottega.sales.email.store.EmailChangeRow;
import org.bottega.sales.email.store.EmailStore;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changing the address of a purchase, by the seller (ACC-13 to ACC-16) or by support (ACC-10 to ACC-12). */
@Component(service = EmailChanges.class)
public final class EmailChanges {

    private final Platform platform;
    private final SalesStore store;
    private final EmailStore kept;
    private final ChangeRules rules;
    private final Work work;

    /** Who proves and who does. */
    @Component(service = Work.class)
    public static final class Work {
        private final Identity identity;
        private final Handover handover;

        @Activate
        public Work(@Reference Identity identity, @Reference Handover handover) {
            this.identity = identity;
            this.handover = handover;
        }
    }

    @Activate
    public EmailChanges(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference EmailStore kept,
            @Reference ChangeRules rules,
            @Reference Work work) {
        this.platform = platform;
        this.store = store;
        this.kept = kept;
        this.rules = rules;
        this.work = work;
    }

    /**
     * Whether a change would be made.
     *
     * @param refusals every condition that is not met
     * @param changes how many the purchase has had
     * @param until the last instant at which the purchase is not too old
     */
    public record Preview(Mode mode, List<Refusal> refusals, long changes, int maxChanges, Instant until) {}

    /** A change, or why it was not made although something was written. */
    private record Outcome(EmailChange change, Problem refusal) {}

    /**
     * Changes the address. The same key again changes nothing more.
     *
     * @param key the caller's Idempotency-Key
     * @throws Problem 400 naming every field that is missing or wrong (ACC-14); 403 {@code email-change-by-support}; 404
     *     {@code purchase-not-found}; 409 with the code of the first condition that fails, and all that fail as errors;
     *     under SUPPORT 409 {@code tax-id-not-on-file}, 422 {@code identity-not-proved}, 429 {@code too-many-tries}
     */
    public EmailChange change(String key, String transaction, Form form) {
        EmailChangePolicy policy = rules.policy();
        rules.checkCaller(policy);
        Wish wish = form.check(policy.mode() == Mode.SUPPORT);
        String request = RequestKey.of(platform.caller(), key);
        Outcome outcome = platform.inUnit(() -> attempt(policy, request, transaction, wish));
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome.change();
    }

    private Outcome attempt(EmailChangePolicy policy, String request, String transaction, Wish wish) {
        PurchaseRow row = store.purchases().lock(transaction).orElseThrow(() -> unknown(transaction));
        Optional<EmailChange> before = kept.changes().byRequest(request).map(EmailChangeRow::change);
        if (before.isPresent()) {
            return new Outcome(same(before.get(), transaction, wish), null);
        }
        Purchase purchase = row.purchase();
        boolean support = policy.mode() == Mode.SUPPORT;
        if (support) {
            Optional<Problem> refusal = work.identity.refusal(policy, purchase, wish);
            if (refusal.isPresent()) {
                return new Outcome(null, refusal.get());
            }
        }
        rules.hold(purchase);
        List<Refusal> refusals = new ArrayList<>(ofCurrent(purchase, wish));
        refusals.addAll(rules.failing(policy, purchase, wish.next()));
        Refusal.check(refusals);
        MadeBy by = support ? MadeBy.SUPPORT : MadeBy.SELLER;
        EmailChangeRow.Why why = new EmailChangeRow.Why(wish.reason(), by, request, platform.now());
        return new Outcome(work.handover.make(row, wish.next(), why), null);
    }

    private static List<Refusal> ofCurrent(Purchase purchase, Wish wish) {
        return wish.current().equals(purchase.buyer().email())
                ? List.of()
                : List.of(
                        new Refusal("current-email-wrong", "currentEmail", "the purchase belongs to another address"));
    }

    private static EmailChange same(EmailChange before, String transaction, Wish wish) {
        if (!before.transaction().equals(transaction) || !before.newEmail().equals(wish.next())) {
            throw RequestKey.reused();
        }
        return before;
    }

    /**
     * What would be refused, without doing anything.
     *
     * @param newEmail the new address, or null to ask about the purchase alone
     * @throws Problem 400 {@code email-invalid}; 404 {@code purchase-not-found}
     */
    public Preview preview(String transaction, String newEmail) {
        String next = newEmail == null ? null : Check.email("newEmail", newEmail);
        return platform.inUnit(() -> {
            Purchase purchase = purchase(transaction);
            EmailChangePolicy policy = rules.policy();
            List<Refusal> refusals = new ArrayList<>(rules.ofCaller(policy));
            refusals.addAll(rules.failing(policy, purchase, next));
            return new Preview(
                    policy.mode(),
                    refusals,
                    rules.changes(purchase),
                    policy.maxChanges(),
                    purchase.purchasedAt().plus(Duration.ofHours(24L * policy.maxAgeDays())));
        });
    }

    /** @throws Problem 404 {@code purchase-not-found} */
    public Page<EmailChange> history(String transaction, PageRequest request) {
        return platform.inUnit(() -> {
            purchase(transaction);
            return kept.changes().list(transaction, request).map(EmailChangeRow::change);
        });
    }

    private Purchase purchase(String transaction) {
        return store.purchases()
                .find(transaction)
                .orElseThrow(() -> unknown(transaction))
                .purchase();
    }

    private static Problem unknown(String transaction) {
        return Problem.notFound("purchase", transaction);
    }
}
