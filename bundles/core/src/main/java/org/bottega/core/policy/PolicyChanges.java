package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bottega.api.Audit;
import org.bottega.api.Events;
import org.bottega.api.PolicyChanged;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.PolicyType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes what is set: checked as the module itself will read it, one after another, audited and told. */
@Component(service = PolicyChanges.class)
public final class PolicyChanges {

    private final PolicyStates states;
    private final UnitOfWork unit;
    private final Audit audit;
    private final Events events;

    @Activate
    public PolicyChanges(
            @Reference PolicyStates states,
            @Reference UnitOfWork unit,
            @Reference Audit audit,
            @Reference Events events) {
        this.states = states;
        this.unit = unit;
        this.audit = audit;
        this.events = events;
    }

    /** Sets some values, and takes back those that are null. */
    void set(PolicyType<?> type, String product, Map<String, JsonNode> values, Long expected) {
        refuseUnknown(type, values);
        change(type, () -> {
            Stored before = current(type, product, expected);
            Map<String, JsonNode> after = new HashMap<>(before.values());
            values.forEach((name, value) -> {
                if (value.isNull()) {
                    after.remove(name);
                } else {
                    after.put(name, value);
                }
            });
            Record base = product == null ? type.defaults() : states.get(type);
            Records.with(base, after);
            save(type, product, before, after, "policy.set");
        });
    }

    /** Takes back all values. */
    void reset(PolicyType<?> type, String product, Long expected) {
        change(type, () -> save(type, product, current(type, product, expected), Map.of(), "policy.reset"));
    }

    /** Two who set it for the very first time have no row to wait for: the later one finds it there already. */
    private void change(PolicyType<?> type, Runnable work) {
        try {
            unit.run(work);
        } catch (Problem problem) {
            if (!problem.code().equals("exists-already")) {
                throw problem;
            }
            throw Problem.conflict("policy-changed", "policy " + type.id() + " was changed just now: read it again");
        }
    }

    private Stored current(PolicyType<?> type, String product, Long expected) {
        Stored before = states.lock(type.id(), product);
        if (expected != null && expected != before.version()) {
            throw Problem.conflict(
                            "policy-changed",
                            "policy " + type.id() + " has version " + before.version() + ", not " + expected
                                    + ": read it again")
                    .with("version", before.version());
        }
        return before;
    }

    private void save(PolicyType<?> type, String product, Stored before, Map<String, JsonNode> after, String action) {
        if (after.equals(before.values())) {
            return;
        }
        Stored now = states.save(type.id(), product, before, after);
        Map<String, Object> details = new TreeMap<>();
        details.put("version", now.version());
        details.put("before", before.values());
        details.put("after", after);
        if (product != null) {
            details.put("product", product);
        }
        audit.record(action, type.id(), details);
        events.publish(new PolicyChanged(type.id(), product, now.version()));
    }

    private static void refuseUnknown(PolicyType<?> type, Map<String, JsonNode> values) {
        Map<String, Kind> known = Records.kinds(type.type());
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            String right = "policy " + type.id() + " has " + String.join(", ", known.keySet());
            Problem problem =
                    new Problem(Problem.Kind.INVALID, "field-unknown", String.join(", ", unknown) + ": " + right);
            unknown.forEach(name -> problem.field(name, "field-unknown", right));
            throw problem;
        }
    }
}
