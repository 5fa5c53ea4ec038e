package org.bottega.sales.email;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The conditions of a change (ACC-16, D2), each with a code of its own. */
final class Conditions {

    private final EmailChangePolicy policy;
    private final Facts facts;
    private final List<Refusal> failing = new ArrayList<>();

    private Conditions(EmailChangePolicy policy, Facts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /**
     * Those that are not met, in a fixed order.
     *
     * @param next the new address in lower case, or null to ask about the purchase alone
     */
    static List<Refusal> failing(EmailChangePolicy policy, Facts facts, String next) {
        Conditions conditions = new Conditions(policy, facts);
        conditions.ofPurchase();
        if (next != null) {
            conditions.ofAddress(next);
        }
        return List.copyOf(conditions.failing);
    }

    private void ofPurchase() {
        if (!policy.statuses().contains(facts.purchase().status())) {
            refuse(
                    "email-change-status",
                    "transaction",
                    "only while it is one of " + new TreeSet<>(policy.statuses()) + "; it is "
                            + facts.purchase().status());
        }
        Duration age = Duration.between(facts.purchase().purchasedAt(), facts.now());
        if (age.compareTo(Duration.ofHours(24L * policy.maxAgeDays())) > 0) {
            refuse(
                    "email-change-too-old",
                    "transaction",
                    "at most " + policy.maxAgeDays() + " days of 24 hours after the purchase, which was made at "
                            + facts.purchase().purchasedAt());
        }
        if (policy.onlyNeverAccessed() && facts.accessed()) {
            refuse("email-change-accessed", "transaction", "only while nothing bought with it has been opened; it was");
        }
        if (facts.changes() >= policy.maxChanges()) {
            refuse(
                    "email-change-limit",
                    "transaction",
                    "at most " + policy.maxChanges() + " changes of one purchase; it had " + facts.changes());
        }
    }

    private void ofAddress(String next) {
        if (next.equals(facts.purchase().buyer().email())) {
            refuse("email-change-same", "newEmail", "another address than the present one");
        }
        if (policy.refuseSellersAddress() && facts.sellers().contains(next)) {
            refuse("email-change-sellers-address", "newEmail", "no address of the seller himself; " + next + " is one");
        }
    }

    private void refuse(String code, String field, String detail) {
        failing.add(new Refusal(code, field, detail));
    }
}
