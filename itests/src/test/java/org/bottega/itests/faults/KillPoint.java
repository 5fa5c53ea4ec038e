package org.bottega.itests.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the process ends.
 *
 * @param name for people
 * @param halt what the halt bundle is told, or null: while the mail server has taken a mail and not said so
 * @param act what is asked for
 * @param twice whether a mail may be sent twice, under one Message-ID
 */
record KillPoint(String name, String halt, Act act, boolean twice) {

    /** What is asked for. */
    enum Act {
        SALE,
        REFUND,
        FORWARD
    }

    static final KillPoint[] ALL = {
        sale("before the request is noted", "before Idempotency 1"),
        sale("the request is noted", "after Idempotency 1"),
        sale("before the intent", "before Checkout 1"),
        sale("the intent is there, the gateway knows nothing", "after Checkout 1"),
        sale("the gateway has decided, nobody has heard", "after SandboxGateway 1"),
        sale("before the outcome", "before ChargeOutcome 1"),
        sale("the outcome is there, no answer", "after ChargeOutcome 1"),
        sale("the answer is noted, not sent", "after Idempotency 2"),
        sale("before an event's effects", "before Courier 1"),
        sale("after an event's effects", "after Courier 1"),
        sale("before the mail is claimed", "before MailWork 1"),
        sale("the mail is claimed, not sent", "after MailWork 1"),
        new KillPoint("the mail server has it and has not said so", null, Act.SALE, true),
        new KillPoint("the mail is sent, that is not noted", "before MailWork 2", Act.SALE, true),
        refund("the refund's intent is there", "after Refunds 1"),
        refund("the gateway has given back, nobody has heard", "after SandboxGateway 1"),
        refund("the refund's outcome is there, no answer", "after RefundOutcome 1"),
        new KillPoint("before a due row's work", "before Sweeper 1", Act.FORWARD, false),
        new KillPoint("after a due row's work", "after Sweeper 1", Act.FORWARD, false),
    };

    /** Those that {@code -Dbottega.points} names: {@code all}, or their places; a few where it says nothing. */
    static List<KillPoint> chosen() {
        String which = System.getProperty("bottega.points", "4,8,12");
        return which.equals("all")
                ? List.of(ALL)
                : Stream.of(which.split(","))
                        .map(place -> ALL[Integer.parseInt(place)])
                        .toList();
    }

    private static KillPoint sale(String name, String halt) {
        return new KillPoint(name, halt, Act.SALE, false);
    }

    private static KillPoint refund(String name, String halt) {
        return new KillPoint(name, halt, Act.REFUND, false);
    }
}
