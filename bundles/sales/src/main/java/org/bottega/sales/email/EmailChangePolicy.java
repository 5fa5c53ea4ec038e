package org.bottega.sales.email;

import java.time.Duration;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.PolicyType;
import org.bottega.sales.api.PurchaseStatus;

/** Who may change the address of a purchase, and when (ACC-16, D2). */
public record EmailChangePolicy(
        @Meaning("SELF_SERVICE: the seller, or the buyer himself. SUPPORT: the tenant's own staff, against the tax id")
                Mode mode,
        @Meaning("statuses in which it may be changed") Set<PurchaseStatus> statuses,
        @Meaning("greatest age of the purchase, in days of 24 hours, 1 to 3650") int maxAgeDays,
        @Meaning("only while nothing that was bought has ever been opened") boolean onlyNeverAccessed,
        @Meaning("how many changes one purchase can have in all, 0 to 100") int maxChanges,
        @Meaning("refuse addresses of the seller himself") boolean refuseSellersAddress,
        @Meaning("SUPPORT: wrong tries per purchase within 24 hours, 1 to 100") int maxWrongTries,
        @Meaning("how long a buyer's own change waits for the new address to confirm it, PT1M to P7D")
                Duration confirmWithin,
        @Meaning("confirmation mails per purchase within 24 hours, 1 to 100") int maxConfirmations) {

    /** Who may change it. */
    public enum Mode {
        SELF_SERVICE,
        SUPPORT
    }

    private static final int MOST_DAYS = 3650;
    private static final int MOST = 100;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** What D2 says. */
    public static final EmailChangePolicy DEFAULTS = new EmailChangePolicy(
            Mode.SELF_SERVICE,
            Set.of(PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE),
            40,
            true,
            2,
            true,
            5,
            Duration.ofHours(24),
            5);

    /** One for a whole tenant. */
    public static final PolicyType<EmailChangePolicy> TYPE =
            new PolicyType<>("sales.emailChange", EmailChangePolicy.class, DEFAULTS, false);

    public EmailChangePolicy {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty()) {
            throw Problem.invalid("statuses-empty", "statuses", "at least one status");
        }
        within("maxAgeDays", maxAgeDays, 1, MOST_DAYS);
        within("maxChanges", maxChanges, 0, MOST);
        within("maxWrongTries", maxWrongTries, 1, MOST);
        within("maxConfirmations", maxConfirmations, 1, MOST);
        if (confirmWithin.compareTo(SHORTEST) < 0 || confirmWithin.compareTo(LONGEST) > 0) {
            throw Problem.invalid("out-of-range", "confirmWithin", "from PT1M to P7D");
        }
    }

    private static void within(String component, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.invalid("out-of-range", component, "from " + least + " to " + most);
        }
    }
}
