package org.bottega.sales.refund;

import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.PolicyType;

/** How refund requests are dealt with. What is open keeps the terms it was opened under. */
public record RefundRequestPolicy(
        @Meaning("Days of 24 hours within which the seller is to answer, 1 to 30") int answerDays,
        @Meaning("Whether a request without an answer is approved when those days are over") boolean autoApprove,
        @Meaning("Text or address that tells buyers when their money arrives, at most 500 characters; empty: our own")
                String moneyHelp) {

    private static final int MOST_DAYS = 30;
    private static final int HELP_LENGTH = 500;

    /** As the tenant can set it, for single products too. */
    public static final PolicyType<RefundRequestPolicy> TYPE = new PolicyType<>(
            "sales.refundRequests", RefundRequestPolicy.class, new RefundRequestPolicy(5, false, ""), true);

    public RefundRequestPolicy {
        if (answerDays < 1 || answerDays > MOST_DAYS) {
            throw Problem.invalid("answer-days-out-of-range", "answerDays", "1 to " + MOST_DAYS);
        }
        moneyHelp = moneyHelp == null ? "" : moneyHelp.strip();
        if (moneyHelp.length() > HELP_LENGTH) {
            throw Problem.invalid("too-long", "moneyHelp", "at most " + HELP_LENGTH + " characters");
        }
    }
}
