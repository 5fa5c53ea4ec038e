package org.bottega.sales.email;

import java.util.List;
import org.bottega.api.Problem;

/**
 * A condition that a change does not meet (D2).
 *
 * @param code stable code
 * @param field what of the request it concerns
 * @param detail the condition and the value that fails it
 */
public record Refusal(String code, String field, String detail) {

    /**
     * Goes on only when there is none.
     *
     * @throws Problem 409 with the code of the first, and all of them as errors
     */
    static void check(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        Problem problem =
                Problem.conflict(refusals.get(0).code(), refusals.get(0).detail());
        refusals.forEach(refusal -> problem.field(refusal.field(), refusal.code(), refusal.detail()));
        throw problem;
    }
}
