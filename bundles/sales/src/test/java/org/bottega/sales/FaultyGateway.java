package org.bottega.sales;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bottega.api.spi.NotifyingGateway;
import org.bottega.api.spi.SlipGateway;
import org.bottega.api.spi.VaultGateway;
import org.bottega.sales.payment.SandboxGateway;

/** A gateway whose connection can break before or after it did what it was told. */
final class FaultyGateway implements SlipGateway, VaultGateway, NotifyingGateway {

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

    private final SandboxGateway inner;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.NONE;
    private volatile boolean deadly;

    FaultyGateway(SandboxGateway inner) {
        this.inner = inner;
    }

    /** How often it was asked what became of this charge. */
    int asked(String key) {
        return asked.getOrDefault(key, 0);
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
        asked.merge(key, 1, Integer::sum);
        return inner.chargeOutcome(key);
    }

    @Override
    public Outcome refundOutcome(String key) {
        return inner.refundOutcome(key);
    }

    @Override
    public Slip print(Order order) {
        return broken(() -> inner.print(order));
    }

    @Override
    public Optional<String> keep(String key, String means) {
        return broken(() -> inner.keep(key, means));
    }

    @Override
    public Optional<String> kept(String key) {
        return inner.kept(key);
    }

    @Override
    public Outcome retry(String charge, int attempt) {
        return broken(() -> inner.retry(charge, attempt));
    }

    @Override
    public Outcome cancel(String charge) {
        return broken(() -> inner.cancel(charge));
    }

    @Override
    public List<Notice> read(Notification notification) {
        return inner.read(notification);
    }

    private <T> T broken(Supplier<T> command) {
        if (fault == Fault.BEFORE) {
            throw end();
        }
        T outcome = command.get();
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
