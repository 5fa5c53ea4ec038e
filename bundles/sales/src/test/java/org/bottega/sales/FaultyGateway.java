package org.bottega.sales;

import java.util.function.Supplier;
import org.bottega.api.spi.PaymentGateway;

/** A gateway whose connection can break before or after it did what it was told. */
final class FaultyGateway implements PaymentGateway {

    /** When it breaks. */
    enum Fault {
        NONE,
        BEFORE,
        AFTER
    }

    /** Stands for a node that dies: nothing of ours gets to react to it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Stands for a lost connection. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PaymentGateway inner;
    private volatile Fault fault = Fault.NONE;
    private volatile boolean deadly;

    FaultyGateway(PaymentGateway inner) {
        this.inner = inner;
    }

    /** The node dies at the next commands. */
    void crash(Fault when) {
        fault = when;
        deadly = true;
    }

    /** The connection is lost at the next commands. */
    void lose(Fault when) {
        fault = when;
        deadly = false;
    }

    @Override
    public String id() {
        return inner.id();
    }

    @Override
    public Outcome charge(Charge charge) {
        return broken(() -> inner.charge(charge));
    }

    @Override
    public Outcome refund(Refund refund) {
        return broken(() -> inner.refund(refund));
    }

    @Override
    public Outcome chargeOutcome(String key) {
        return inner.chargeOutcome(key);
    }

    @Override
    public Outcome refundOutcome(String key) {
        return inner.refundOutcome(key);
    }

    private Outcome broken(Supplier<Outcome> command) {
        if (fault == Fault.BEFORE) {
            throw end();
        }
        Outcome outcome = command.get();
        if (fault == Fault.AFTER) {
            throw end();
        }
        return outcome;
    }

    private RuntimeException end() {
        if (deadly) {
            throw new Crash();
        }
        return new Lost();
    }
}
