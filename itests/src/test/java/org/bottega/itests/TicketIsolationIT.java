package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bottega.itests.calls.Examples;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Operation;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same as {@link IsolationIT} for the operations of ticketing, in marketplaces where refunds are left to it. */
@Order(21)
class TicketIsolationIT {

    private static Shop a;
    private static Shop b;
    private static List<Operation> operations;
    private static Intruders intruders;

    @BeforeAll
    static void open() {
        List<Shop> shops = Shop.open(Platform.shared(), List.of("sales", "ticketing"), "talfa", "tbravo");
        a = shops.get(0);
        b = shops.get(1);
        operations = Operation.of(a).stream()
                .filter(o -> o.id().startsWith("ticketing."))
                .toList();
        intruders = new Intruders(a, b);
    }

    @Test
    @DisplayName("every operation of ticketing has an example, and every example an operation")
    void complete() {
        Set<String> documented = new TreeSet<>();
        operations.forEach(o -> documented.add(o.id()));
        assertEquals(documented, new TreeSet<>(Examples.ofTicketing(a).operations()));
    }

    @TestFactory
    @DisplayName("succeeds for its own, is refused to everybody else")
    Stream<DynamicTest> operations() {
        Examples examples = Examples.ofTicketing(a);
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : operations) {
            int number = 1;
            for (Supplier<Call> example : examples.get(operation.id())) {
                tests.add(dynamicTest(operation.id() + " " + number++, () -> check(operation, example)));
            }
        }
        return tests.stream();
    }

    private static void check(Operation operation, Supplier<Call> example) {
        Call call = example.get();
        assertTrue(operation.matches(call), call + " is not a call of " + operation);
        Answer own = a.http().send(call, a.makersToken(call));
        assertTrue(own.isSuccess(), () -> call + " should succeed for its own: " + own);
        intruders.tryAll(operation, call, own);
    }

    @Test
    @DisplayName("every operation succeeds for the other tenant as well")
    void both() {
        Examples examples = Examples.ofTicketing(b);
        for (Operation operation : operations) {
            for (Supplier<Call> example : examples.get(operation.id())) {
                Call call = example.get();
                Answer own = b.http().send(call, b.makersToken(call));
                assertTrue(own.isSuccess(), () -> call + ": " + own);
            }
        }
    }
}
