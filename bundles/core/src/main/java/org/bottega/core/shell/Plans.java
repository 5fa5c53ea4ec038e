package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.ModuleDesk.Plan;
import org.bottega.api.spi.Impact;

/** What a change to a module would do, for people. */
final class Plans {

    private Plans() {}

    static void print(Plan plan, boolean json) {
        if (json) {
            Output.json(shape(plan));
        } else {
            lines(plan).forEach(System.out::println);
        }
    }

    private static Map<String, Object> shape(Plan plan) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("module", plan.module());
        shape.put("change", plan.change());
        shape.put("on", plan.on());
        shape.put("refusal", plan.refusal());
        shape.put("detail", plan.detail());
        shape.put("missing", plan.missing());
        shape.put("requiredBy", plan.requiredBy());
        shape.put("permissionsGained", plan.permissionsGained());
        shape.put("permissionsLost", plan.permissionsLost());
        shape.put("policies", plan.policies());
        shape.put("impact", plan.impact());
        return shape;
    }

    static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(title(plan));
        if (plan.refusal() != null) {
            lines.add("  refused:            " + plan.detail());
        }
        add(lines, "  required first:     ", plan.missing());
        add(lines, "  required by:        ", plan.requiredBy());
        add(lines, "  permissions gained: ", plan.permissionsGained());
        add(lines, "  permissions lost:   ", plan.permissionsLost());
        add(lines, "  policies:           ", plan.policies());
        String what = plan.change() == Change.PURGE ? "  removed for good:   " : "  there is:           ";
        plan.impact().forEach(line -> lines.add(what + line(line)));
        return lines;
    }

    private static String title(Plan plan) {
        boolean idle = plan.change() == Change.ENABLE && plan.on() || plan.change() == Change.DISABLE && !plan.on();
        String verb =
                switch (plan.change()) {
                    case ENABLE -> "switched on";
                    case DISABLE -> "switched off; its data stays";
                    case PURGE -> "purged";
                    default -> throw new IllegalArgumentException(plan.change().name());
                };
        return "Module " + plan.module()
                + (idle ? " is " + (plan.on() ? "on" : "off") + " already; nothing would change" : " would be " + verb)
                + ".";
    }

    private static void add(List<String> lines, String what, Collection<String> names) {
        if (!names.isEmpty()) {
            lines.add(what + String.join(", ", names));
        }
    }

    private static String line(Impact impact) {
        return impact.count() + " " + impact.what() + (impact.money() == null ? "" : ", " + impact.money());
    }
}
