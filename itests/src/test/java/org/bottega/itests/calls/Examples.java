package org.bottega.itests.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/**
 * How every operation of the platform is called with success, as the first seller of a marketplace. A new operation is
 * added here, by operationId, in its module's class; until then the isolation test fails.
 */
public final class Examples {

    private final Map<String, List<Supplier<Call>>> byOperation = new LinkedHashMap<>();

    private Examples() {}

    /** All examples of the modules below, for one marketplace. */
    public static Examples of(Shop shop) {
        Examples examples = new Examples();
        AuthCalls.add(examples, shop);
        PlatformCalls.add(examples, shop);
        LifeCalls.add(examples, shop);
        PeopleCalls.add(examples, shop);
        ClockCalls.add(examples, shop);
        FileCalls.add(examples, shop);
        HelloCalls.add(examples, shop);
        SalesCalls.add(examples, shop);
        OwnCalls.add(examples, shop);
        RefundCalls.add(examples, shop);
        ShelfCalls.add(examples, shop);
        PaymentCalls.add(examples, shop);
        WebhookCalls.add(examples, shop);
        return examples;
    }

    /** The examples of ticketing: while it is on, sales leaves to it what it does itself in those above. */
    public static Examples ofTicketing(Shop shop) {
        Examples examples = new Examples();
        TicketCalls.add(examples, shop);
        return examples;
    }

    /** Adds an example; {@code call} prepares what the call needs, and may be asked again. */
    Examples add(String operation, Supplier<Call> call) {
        byOperation.computeIfAbsent(operation, o -> new ArrayList<>()).add(call);
        return this;
    }

    public List<Supplier<Call>> get(String operation) {
        return byOperation.getOrDefault(operation, List.of());
    }

    public Set<String> operations() {
        return byOperation.keySet();
    }
}
