package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.platform.PolicyDesk.Value;
import org.bottega.api.platform.PolicyDesk.Version;
import org.bottega.api.platform.Tenant;

/** {@code policy:show}. */
@Service
@Command(
        scope = "policy",
        name = "show",
        description = "Shows a policy of a marketplace, or of one product",
        detailedDescription =
                """
                Shows the values of a policy: what each is now, what it is until somebody sets it, what can be written, what it
                means. With --versions it lists what was set, when and by whom, the newest first. Changes nothing.

                  policy:show --tenant acme sales.emailChange
                  policy:show --tenant acme sales.emailChange --versions""")
public final class PolicyShow extends TenantCommand {

    @Argument(name = "policy", description = "Id of the policy", required = true)
    @Completion(PolicyCompleter.class)
    private String policy;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--product", description = "Id of the one product; without it, the marketplace")
    private String product;

    @Option(name = "--versions", description = "What was set, the newest first")
    private boolean versions;

    @Option(name = "--limit", description = "Most versions shown, 1 to 500")
    private int limit = PageRequest.DEFAULT_LIMIT;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private PolicyDesk desk;

    @Override
    protected void run(Tenant in) {
        if (versions) {
            List<Version> all =
                    desk.versions(policy, product, PageRequest.of(limit, null)).items();
            Output.rows(all.stream().map(PolicyShow::shape).toList(), json, "It was never changed.");
            return;
        }
        Setting setting = desk.show(policy, product);
        if (json) {
            Output.json(setting);
        } else {
            System.out.println("Version " + setting.version()
                    + (setting.changedAt() == null
                            ? ", never changed"
                            : ", of " + setting.changedAt() + " by " + setting.changedBy()));
            Output.rows(setting.values().stream().map(PolicyShow::shape).toList(), false, "It has no values.");
        }
    }

    private static Map<String, Object> shape(Version version) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("version", version.version());
        shape.put("changedAt", version.changedAt());
        shape.put("changedBy", version.changedBy());
        shape.put("values", version.values());
        return shape;
    }

    private static Map<String, Object> shape(Value value) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("name", value.name());
        shape.put("value", value.value());
        shape.put("initial", value.initial());
        shape.put("set", value.set());
        shape.put("expects", value.expects());
        shape.put("meaning", value.meaning());
        return shape;
    }
}
