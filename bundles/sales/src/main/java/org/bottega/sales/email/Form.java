package org.bottega.sales.email;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.bottega.api.Problem;
import org.bottega.api.Problem.FieldError;
import org.bottega.sales.Check;

/**
 * What somebody wrote who wants an address changed; anything may be missing or wrong.
 *
 * @param reason name of a {@link ChangeReason}
 */
public record Form(String reason, String currentEmail, String newEmail, String newEmailRepeated, String taxId) {

    private static final int SHORT = 40;
    private static final int EMAIL = 254;

    /** What a buyer writes about a purchase of his own: the reason may be absent. */
    public static Form ofBuyer(String reason, String newEmail, String newEmailRepeated) {
        String why = reason == null ? ChangeReason.NEW_ADDRESS.name() : reason;
        return new Form(why, null, newEmail, newEmailRepeated, null);
    }

    /**
     * For the seller: reason, current address, new address twice (ACC-14).
     *
     * @param withTaxId whether a tax id is needed too (ACC-10)
     * @throws Problem 400 naming all fields that are missing or wrong: {@code field-missing}, {@code reason-unknown},
     *     {@code email-invalid}, {@code emails-differ}
     */
    Wish check(boolean withTaxId) {
        List<FieldError> wrong = new ArrayList<>();
        ChangeReason why = why(wrong);
        String current = email("currentEmail", currentEmail, wrong);
        String next = next(wrong);
        String tax = withTaxId ? text("taxId", taxId, SHORT, wrong) : null;
        return refuse(wrong, new Wish(why, current, next, tax));
    }

    /** For the buyer himself, whose current address is known: the new address twice. */
    Wish checkOfBuyer() {
        List<FieldError> wrong = new ArrayList<>();
        ChangeReason why = why(wrong);
        return refuse(wrong, new Wish(why, null, next(wrong), null));
    }

    private static Wish refuse(List<FieldError> wrong, Wish wish) {
        if (wrong.isEmpty()) {
            return wish;
        }
        FieldError first = wrong.get(0);
        Problem problem = new Problem(Problem.Kind.INVALID, first.code(), first.field() + ": " + first.detail());
        wrong.forEach(error -> problem.field(error.field(), error.code(), error.detail()));
        throw problem;
    }

    private ChangeReason why(List<FieldError> wrong) {
        String given = text("reason", reason, SHORT, wrong);
        ChangeReason why = given == null ? null : ChangeReason.named(given).orElse(null);
        if (given != null && why == null) {
            wrong.add(new FieldError("reason", "reason-unknown", "one of " + EnumSet.allOf(ChangeReason.class)));
        }
        return why;
    }

    private String next(List<FieldError> wrong) {
        String next = email("newEmail", newEmail, wrong);
        String again = text("newEmailRepeated", newEmailRepeated, EMAIL, wrong);
        if (next != null && again != null && !newEmail.equals(newEmailRepeated)) {
            wrong.add(
                    new FieldError("newEmailRepeated", "emails-differ", "the new address once more, letter by letter"));
        }
        return next;
    }

    private static String email(String field, String value, List<FieldError> wrong) {
        try {
            return Check.email(field, value);
        } catch (Problem problem) {
            wrong.addAll(problem.errors());
            return null;
        }
    }

    private static String text(String field, String value, int max, List<FieldError> wrong) {
        try {
            return Check.text(field, value, max);
        } catch (Problem problem) {
            wrong.addAll(problem.errors());
            return null;
        }
    }
}
