package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.platform.PolicyDesk.Value;
import org.bottega.api.platform.Tenant;

/** {@code policy:list}. */
@Service
@Command(
        scope = "policy",
        name = "list",
        description = "Lists the policies of a marketplace",
        detailedDescription =
                """
                Lists the policies of the modules that are deployed, with what they are for one marketplace; what it has set
                itself is marked with *. Changes nothing.

                  policy:list --tenant acme""")
public final class PolicyList extends TenantCommand {

    @Option(name = "--json", description = "Print JSON, with meanings and initial values")
    private boolean json;

    @Reference
    private PolicyDesk desk;

    @Override
    protected void run(Tenant in) {
        List<Setting> all = desk.list();
        if (json) {
            Output.json(all);
        } else {
            Output.rows(all.stream().map(PolicyList::shape).toList(), false, "No module has policies.");
        }
    }

    private static Map<String, Object> shape(Setting setting) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("policy", setting.id());
        shape.put("version", setting.version());
        shape.put("changedBy", setting.changedBy());
        shape.put("values", setting.values().stream().map(PolicyList::text).toList());
        return shape;
    }

    private static String text(Value value) {
        return value.name() + "=" + value.value() + (value.set() ? "*" : "");
    }
}
