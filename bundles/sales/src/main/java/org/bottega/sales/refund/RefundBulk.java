package org.bottega.sales.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers to many refund requests at once. Each is a command of its own: one that is refused undoes no other. */
@Component(service = RefundBulk.class)
public final class RefundBulk {

    /** Most requests at once. */
    public static final int MOST = 100;

    private final Platform platform;
    private final RefundApproval approval;
    private final RefundAnswers answers;

    @Activate
    public RefundBulk(
            @Reference Platform platform, @Reference RefundApproval approval, @Reference RefundAnswers answers) {
        this.platform = platform;
        this.approval = approval;
        this.answers = answers;
    }

    /** What became of one: its new state, or why nothing was done. One of the two is null. */
    public record Result(String request, RefundRequestState state, Problem refusal) {}

    /** Approves each, in the order given. The same key again does nothing more. */
    public List<Result> approve(String key, List<String> requests, String comment) {
        platform.refuseUnit();
        return each(key, requests, (command, id) -> approval.approve(command, id, comment));
    }

    /** Declines each, for the same reason. The same key again does nothing more. */
    public List<Result> decline(String key, List<String> requests, String reason) {
        return each(key, requests, (command, id) -> answers.decline(command, id, reason));
    }

    /** An answer to one request. */
    @FunctionalInterface
    private interface Answer {
        RefundRequest give(String command, String request);
    }

    private List<Result> each(String key, List<String> requests, Answer answer) {
        String command = RequestKey.of(platform.caller(), key);
        if (requests == null || requests.isEmpty() || requests.size() > MOST) {
            throw Problem.invalid("requests-out-of-range", "requests", "1 to " + MOST + " ids");
        }
        Set<String> seen = new TreeSet<>();
        List<Result> results = new ArrayList<>();
        for (String id : requests) {
            if (id == null || !seen.add(id)) {
                throw Problem.invalid("request-twice", "requests", "each id once");
            }
        }
        Function<String, Result> one = id -> result(id, command + '/' + id, answer);
        requests.forEach(id -> results.add(one.apply(id)));
        return results;
    }

    private static Result result(String id, String command, Answer answer) {
        try {
            return new Result(id, answer.give(command, id).state(), null);
        } catch (Problem refusal) {
            return new Result(id, null, refusal);
        }
    }
}
