package org.bottega.sales.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.EmailChange.MadeBy;
import org.bottega.sales.email.store.EmailChangeRow;
import org.bottega.sales.email.store.EmailRequestRow;
import org.bottega.sales.email.store.EmailRequestRow.State;
import org.bottega.sales.email.store.EmailStore;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A buyer changes the address himself (ACC-17, ACC-18): a link mailed to the new address proves that it is his. */
@Component(service = Confirmations.class)
public final class Confirmations {

    private static final Duration DAY = Duration.ofHours(24);

    private final Platform platform;
    private final SalesStore store;
    private final EmailStore kept;
    private final Change change;

    /** Who judges, who does, and who writes of it. */
    @Component(service = Change.class)
    public static final class Change {
        private final ChangeRules rules;
        private final Handover handover;
        private final EmailLetters letters;

        @Activate
        public Change(@Reference ChangeRules rules, @Reference Handover handover, @Reference EmailLetters letters) {
            this.rules = rules;
            this.handover = handover;
            this.letters = letters;
        }
    }

    @Activate
    public Confirmations(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference EmailStore kept,
            @Reference Change change) {
        this.platform = platform;
        this.store = store;
        this.kept = kept;
        this.change = change;
    }

    /** A change that waits. {@code until} is the first instant at which it can no longer be confirmed. */
    public record Waiting(String transaction, String productName, String newEmail, Instant until) {}

    /**
     * Mails the confirmation link to the new address; links mailed before for the purchase are void. In the open unit of
     * work, for somebody who has shown that the purchase is his.
     *
     * @param row the purchase, locked
     * @throws Problem 400 naming every field that is missing or wrong; 403 {@code email-change-by-support}; 409 as
     *     {@link EmailChanges#change}; 429 {@code too-many-confirmations}
     */
    public Waiting ask(PurchaseRow row, Form form) {
        EmailChangePolicy policy = change.rules.policy();
        change.rules.checkCaller(policy);
        Wish wish = form.checkOfBuyer();
        return platform.beyond("sales.own", () -> begin(policy, row.purchase(), wish));
    }

    private Waiting begin(EmailChangePolicy policy, Purchase purchase, Wish wish) {
        Refusal.check(change.rules.failing(policy, purchase, wish.next()));
        Instant now = platform.now();
        if (kept.requests().countAfter(purchase.transaction(), now.minus(DAY)) >= policy.maxConfirmations()) {
            throw new Problem(
                            Problem.Kind.TOO_MANY,
                            "too-many-confirmations",
                            "at most " + policy.maxConfirmations() + " confirmation mails within 24 hours")
                    .retryAfter((int) DAY.toSeconds());
        }
        kept.requests().waiting(purchase.transaction()).forEach(EmailRequestRow::voidIt);
        EmailRequestRow.Term term = new EmailRequestRow.Term(now, now.plus(policy.confirmWithin()));
        EmailRequestRow request = kept.requests()
                .add(new EmailRequestRow(platform.tenant(), platform.ids().next(), purchase, wish, term));
        change.letters.confirm(purchase, request, locale(purchase));
        platform.journal()
                .note(
                        "purchase.ask-change-email",
                        purchase.transaction(),
                        Map.of(
                                "buyer", purchase.buyer().id(),
                                "newEmail", wish.next(),
                                "until", request.expiresAt().toString()));
        return waiting(request, purchase);
    }

    private Locale locale(Purchase purchase) {
        return store.buyers()
                .find(purchase.buyer().id())
                .map(CustomerRow::locale)
                .orElse(Locale.ENGLISH);
    }

    private static Waiting waiting(EmailRequestRow request, Purchase purchase) {
        return new Waiting(purchase.transaction(), purchase.productName(), request.newEmail(), request.expiresAt());
    }

    /**
     * What a confirmation link would do.
     *
     * @throws Problem 404 {@code confirmation-not-found}; 410 {@code confirmation-used}, {@code confirmation-voided},
     *     {@code confirmation-expired}
     */
    public Waiting show(String token) {
        return platform.inUnit(() -> {
            EmailRequestRow request = request(token);
            Purchase purchase =
                    store.purchases().find(request.purchaseId()).orElseThrow().purchase();
            check(request, purchase);
            return waiting(request, purchase);
        });
    }

    /**
     * Makes the change, if all conditions are still met.
     *
     * @throws Problem as {@link #show}; 403 and 409 as {@link EmailChanges#change}
     */
    public EmailChange confirm(String token) {
        return platform.inUnit(() -> {
            EmailRequestRow seen = request(token);
            PurchaseRow row = store.purchases().lock(seen.purchaseId()).orElseThrow();
            EmailRequestRow request = kept.requests().lock(seen.id()).orElseThrow();
            Purchase purchase = row.purchase();
            check(request, purchase);
            EmailChangePolicy policy = change.rules.policy();
            change.rules.checkCaller(policy);
            change.rules.hold(purchase);
            Refusal.check(change.rules.failing(policy, purchase, request.newEmail()));
            request.use();
            EmailChangeRow.Why why = new EmailChangeRow.Why(request.reason(), MadeBy.BUYER, null, platform.now());
            return change.handover.make(row, request.newEmail(), why);
        });
    }

    /** The language in which the link was mailed; empty when it is none. */
    public Optional<Locale> language(String token) {
        return platform.inUnit(() -> change.letters
                .read(token)
                .flatMap(kept.requests()::find)
                .flatMap(request -> store.purchases().find(request.purchaseId()))
                .map(row -> locale(row.purchase())));
    }

    private EmailRequestRow request(String token) {
        return change.letters
                .read(token)
                .flatMap(kept.requests()::find)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "confirmation-not-found", "this link confirms nothing"));
    }

    private void check(EmailRequestRow request, Purchase purchase) {
        if (request.state() == State.USED) {
            throw gone("confirmation-used", "this link has done its work; the address is changed");
        }
        if (request.state() == State.VOIDED || !request.isOf(purchase)) {
            throw gone("confirmation-voided", "the address was changed, or a newer link was sent");
        }
        if (!platform.now().isBefore(request.expiresAt())) {
            throw gone("confirmation-expired", "this link was good until " + request.expiresAt());
        }
    }

    private static Problem gone(String code, String detail) {
        return new Problem(Problem.Kind.GONE, code, detail);
    }
}
