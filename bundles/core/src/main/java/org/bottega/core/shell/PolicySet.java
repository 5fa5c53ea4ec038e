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
import org.bottega.api.Problem;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.platform.Tenant;

/** {@code policy:set}. */
@Service
@Command(
        scope = "policy",
        name = "set",
        description = "Sets values of a policy",
        detailedDescription =
                """
                Sets values of a policy for a marketplace or, where the policy lets products differ, for one product. Values
                not named stay as they are. Lists are written with commas. What is wrong is named, and then nothing is set.

                  policy:set --tenant acme sales.emailChange maxAgeDays=30 mode=SUPPORT
                  policy:set --tenant acme sales.emailChange --product P1 maxAgeDays=10

                Exit status 1 when a value is refused, or with --version when it has another version by now.""")
public final class PolicySet extends TenantCommand {

    @Argument(name = "policy", description = "Id of the policy", required = true)
    @Completion(PolicyCompleter.class)
    private String policy;

    @Argument(index = 1, name = "values", description = "name=value, as often as needed", multiValued = true)
    @Completion(PolicyCompleter.class)
    @ManyWords
    private List<String> words = new ArrayList<>();

    @Option(name = "--product", description = "Id of the one product; without it, the marketplace")
    private String product;

    @Option(name = "--version", description = "Only if this is its version still")
    private String version;

    @Reference
    private PolicyDesk desk;

    @Override
    protected void run(Tenant in) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw Problem.invalid("value-missing", word, "name=value is expected");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        if (values.isEmpty()) {
            throw Problem.invalid("value-missing", "policy", "name=value is expected behind it");
        }
        Setting now = desk.setTexts(policy, product, values, PolicyReset.number(version));
        System.out.println("Policy " + now.id() + " of " + in.id() + (product == null ? "" : ", product " + product)
                + " has version " + now.version() + ".");
    }
}
