package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
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

/** {@code policy:reset}. */
@Service
@Command(
        scope = "policy",
        name = "reset",
        description = "Takes back all that is set of a policy",
        detailedDescription =
                """
                Takes back what a marketplace, or with --product one product, has set of a policy: it is as at first then. What
                was set before is still listed by policy:show --versions.

                  policy:reset --tenant acme sales.emailChange""")
public final class PolicyReset extends TenantCommand {

    @Argument(name = "policy", description = "Id of the policy", required = true)
    @Completion(PolicyCompleter.class)
    private String policy;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--product", description = "Id of the one product; without it, the marketplace")
    private String product;

    @Option(name = "--version", description = "Only if this is its version still")
    private String version;

    @Reference
    private PolicyDesk desk;

    @Override
    protected void run(Tenant in) {
        Setting now = desk.reset(policy, product, number(version));
        System.out.println("Policy " + now.id() + " of " + in.id() + (product == null ? "" : ", product " + product)
                + " is as at first; version " + now.version() + ".");
    }

    /** A version as it is written, or null. */
    static Long number(String version) {
        if (version == null) {
            return null;
        }
        if (!version.matches("[0-9]{1,18}")) {
            throw Problem.invalid("version-invalid", "--version", "a whole number is expected");
        }
        return Long.parseLong(version);
    }
}
