package org.bottega.sales.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.TaxId;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.store.EmailStore;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether who writes to support is the buyer: the current address and the tax id on file prove it (ACC-10 to ACC-12). */
@Component(service = Identity.class)
public final class Identity {

    private static final Duration DAY = Duration.ofHours(24);

    private final Platform platform;
    private final SalesStore store;
    private final EmailStore kept;
    private final Clock real;

    @Activate
    public Identity(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference EmailStore kept,
            @Reference(target = "(time=real)") Clock real) {
        this.platform = platform;
        this.store = store;
        this.kept = kept;
        this.real = real;
    }

    /**
     * Checks the proof. A wrong one counts, in real time, which nobody can move: the unit of work is to be committed with it,
     * and the refusal thrown after.
     *
     * @return 422 {@code identity-not-proved}, which does not tell what was wrong; or empty
     * @throws Problem 409 {@code tax-id-not-on-file}; 429 {@code too-many-tries}
     */
    Optional<Problem> refusal(EmailChangePolicy policy, Purchase purchase, Wish wish) {
        Instant now = real.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant since = now.minus(DAY);
        checkTries(policy, purchase, now, since);
        String onFile = store.buyers()
                .find(purchase.buyer().id())
                .map(CustomerRow::taxKey)
                .orElse(null);
        boolean address = wish.current().equals(purchase.buyer().email());
        if (address && onFile == null) {
            throw Problem.conflict(
                    "tax-id-not-on-file",
                    "the buyer has no tax id on file; he adds it first in My account > Personal data");
        }
        if (address && onFile.equals(TaxId.key(wish.taxId()))) {
            return Optional.empty();
        }
        kept.tries().add(platform.ids().next(), purchase, now, since);
        platform.journal().note("purchase.identity-refused", purchase.transaction(), Map.of());
        return Optional.of(new Problem(
                Problem.Kind.UNPROCESSABLE,
                "identity-not-proved",
                "current address and tax id are not those of this purchase"));
    }

    private void checkTries(EmailChangePolicy policy, Purchase purchase, Instant now, Instant since) {
        List<Instant> tries = kept.tries().after(purchase.transaction(), since);
        int over = tries.size() - policy.maxWrongTries();
        if (over >= 0) {
            Duration wait = Duration.between(now, tries.get(over).plus(DAY));
            throw new Problem(
                            Problem.Kind.TOO_MANY,
                            "too-many-tries",
                            "at most " + policy.maxWrongTries() + " wrong tries within 24 hours")
                    .retryAfter((int) wait.plusMillis(999).toSeconds());
        }
    }
}
