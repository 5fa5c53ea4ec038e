package org.bottega.sales.refund.shell;

import java.util.List;
import java.util.function.Consumer;
import org.bottega.api.Problem;
import org.bottega.sales.refund.RefundBulk.Result;

/** What became of each request. */
final class Results {

    private Results() {}

    /** Says what became of each; fails when any was refused. */
    static void tell(List<Result> results, Consumer<String> say) {
        long refused = 0;
        for (Result result : results) {
            boolean done = result.refusal() == null;
            refused += done ? 0 : 1;
            say.accept(result.request() + "  "
                    + (done ? result.state() : "refused: " + result.refusal().getMessage()));
        }
        if (refused > 0) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE, "some-refused", refused + " of " + results.size() + " were refused");
        }
    }
}
