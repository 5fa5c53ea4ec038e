package org.bottega.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;
import org.bottega.core.module.ModuleData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyLimitsTest extends PolicyFixture {

    /** Two values that are judged together. */
    record Span(int least, int most) {
        Span {
            if (least > most) {
                throw new IllegalArgumentException("least is more than most");
            }
        }
    }

    /** What became of {@link Patience} in a later version of its module. */
    record Later(String days, boolean weekends) {}

    private static final PolicyType<Span> SPAN = new PolicyType<>("spans.span", Span.class, new Span(1, 10), true);

    private static final PolicyType<Later> LATER = new PolicyType<>(ID, Later.class, new Later("forty", true), false);

    @BeforeEach
    void spans() {
        if (!platform.core().deployed().policies().containsKey(SPAN.id())) {
            ModuleInfo info = new ModuleInfo("spans", "Spans", "1.0.0", Set.of(), Set.of(), Set.of(), List.of(SPAN));
            platform.module(() -> info);
        }
    }

    private Setting texts(Map<String, String> values) {
        return platform.as(a, () -> desk().setTexts(ID, null, values, null));
    }

    private String refusal(Map<String, ?> values) {
        return refused(() -> set(null, values, null)).code();
    }

    private Setting span(String product, Map<String, ?> values) {
        return platform.as(a, () -> desk().set(SPAN.id(), product, values, null));
    }

    private Span readSpan(String product) {
        return platform.as(a, () -> platform.policies().get(SPAN, product));
    }

    @Test
    @DisplayName("a value of each kind is shown as it is written")
    void shown() {
        Setting shown = set(null, Map.of("pause", "PT30M", "names", List.of("x")), null);
        assertEquals(5_000_000_000L, value(shown, "cents").value());
        assertEquals(true, value(shown, "weekends").value());
        assertEquals("Hello", value(shown, "greeting").value());
        assertEquals("BUYER", value(shown, "who").value());
        assertEquals("PT30M", value(shown, "pause").value());
        assertEquals(List.of("x"), value(shown, "names").value());
        assertEquals(
                "PT23H59M59S",
                value(set(null, Map.of("pause", "PT23H59M59S"), null), "pause").value());
        assertEquals(
                "P1D", value(set(null, Map.of("pause", "PT24H"), null), "pause").value());
        assertEquals("", value(shown, "greeting").meaning());
    }

    @Test
    @DisplayName("what people type: true and false only are flags, digits only are numbers, empty items are none")
    void typed() {
        assertEquals(
                false, value(texts(Map.of("weekends", "false")), "weekends").value());
        assertEquals(true, value(texts(Map.of("weekends", "true")), "weekends").value());
        assertEquals(
                List.of("x", "y"),
                value(texts(Map.of("names", " x,, y ,")), "names").value());
        assertEquals(7, value(texts(Map.of("days", "+7")), "days").value());
        for (Map<String, String> wrong :
                List.of(Map.of("weekends", "yes"), Map.of("days", "7d"), Map.of("cents", "1".repeat(19)))) {
            assertEquals("policy-value-invalid", refused(() -> texts(wrong)).code());
        }
        assertEquals("field-unknown", refused(() -> texts(Map.of("ghost", "1"))).code());
    }

    @Test
    @DisplayName(
            "a text has at most 4000 characters and a list 1000 items; line ends are taken, halves of characters not")
    void sizes() {
        String longest = "x".repeat(3999) + '\n';
        set(null, Map.of("greeting", longest, "names", Collections.nCopies(1000, "n")), null);
        assertEquals(longest, read(a, null).greeting());
        assertEquals(1000, read(a, null).names().size());
        assertEquals("policy-value-invalid", refusal(Map.of("greeting", longest + 'x')));
        assertEquals("policy-value-invalid", refusal(Map.of("names", Collections.nCopies(1001, "n"))));
        assertEquals("policy-value-invalid", refusal(Map.of("greeting", Character.toString(0x1F600))));
        assertEquals("policy-value-invalid", refusal(Map.of("names", List.of("good", 1))));
    }

    @Test
    @DisplayName("values are judged together: a tenant's with the defaults, a product's with its tenant's")
    void together() {
        assertEquals(
                "least is more than most",
                refused(() -> span(null, Map.of("least", 11))).getMessage());
        assertEquals(
                "policy-value-invalid",
                refused(() -> span("P1", Map.of("least", 11))).code());
        span(null, Map.of("most", 20));
        span("P1", Map.of("least", 11));
        assertEquals(new Span(11, 20), readSpan("P1"));
        assertEquals(new Span(1, 20), readSpan(null));
        Map<String, Object> back = new HashMap<>(Map.of("least", 15));
        back.put("most", null);
        assertEquals("policy-value-invalid", refused(() -> span(null, back)).code());
        assertEquals(new Span(1, 20), readSpan(null));
    }

    @Test
    @DisplayName("what no longer fits after an update of the module is left out; the rest holds")
    void unfit() {
        assertEquals(new Later("forty", true), platform.as(a, () -> platform.policies()
                .get(LATER)));
        set(null, Map.of("days", 5, "weekends", false), null);
        assertEquals(new Later("forty", false), platform.as(a, () -> platform.policies()
                .get(LATER)));
    }

    @Test
    @DisplayName("the audit line names the version, what was and what is, and the product")
    void audited() {
        set("P1", Map.of("days", 5), null);
        set(null, Map.of("days", 6), null);
        var lines = platform.as(a, () -> platform.core().audit().list("policy.set", PageRequest.of(2, null)))
                .items();
        assertEquals(
                "{\"after\":{\"days\":5},\"before\":{},\"product\":\"P1\",\"version\":1}",
                lines.get(1).details());
        assertEquals(
                "{\"after\":{\"days\":6},\"before\":{},\"version\":1}",
                lines.get(0).details());
    }

    @Test
    @DisplayName("a page that is just full says that there is no other")
    void fullPage() {
        set(null, Map.of("days", 1), null);
        set(null, Map.of("days", 2), null);
        var page = platform.as(a, () -> desk().versions(ID, null, PageRequest.of(2, null)));
        assertEquals(2, page.items().size());
        assertNull(page.next());
    }

    @Test
    @DisplayName("how much is stored is the operator's to say; the marketplace's own people set the rest")
    void operators() {
        Caller admin = new Caller(a, Caller.Kind.STAFF, "ann", null, null, Set.of("core:policies"), "r");
        for (Runnable change : List.<Runnable>of(
                () -> desk().set("core.files", null, Map.of(), null), () -> desk().reset("core.files", null, null))) {
            Problem problem = refused(() -> platform.callers().as(admin, () -> {
                change.run();
                return null;
            }));
            assertEquals("operator-only", problem.code());
        }
        platform.as(a, () -> desk().reset("core.files", null, null));
        platform.callers().as(admin, () -> desk().set(ID, null, Map.of("days", 9), null));
        assertEquals(9, read(a, null).days());
        platform.callers().as(admin, () -> desk().reset(ID, null, null));
        assertEquals(40, read(a, null).days());
    }

    @Test
    @DisplayName("a purge takes all that was set of a module, of this tenant only, and of no other module")
    void purge() {
        ModuleData data = new PolicyData((PolicyStates) platform.policies());
        set(null, Map.of("days", 5), null);
        set("P1", Map.of("days", 6), null);
        span(null, Map.of("most", 20));
        platform.as(b, () -> desk().set(ID, null, Map.of("days", 7), null));
        assertEquals("policies that are set, products' own included", data.what());
        assertEquals(2L, platform.as(a, () -> platform.unitOfWork().call(() -> data.count("probes"))));
        platform.as(a, () -> platform.unitOfWork().run(() -> data.purge("probes")));
        assertEquals(0L, platform.as(a, () -> platform.unitOfWork().call(() -> data.count("probes"))));
        assertEquals(Patience.INITIAL, read(a, null));
        assertEquals(Patience.INITIAL, read(a, "P1"));
        assertEquals(7, read(b, null).days());
        assertEquals(20, readSpan(null).most());
        assertEquals(
                List.of(),
                platform.as(a, () -> desk().versions(ID, null, PageRequest.of(2, null)))
                        .items());
    }
}
