package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.core.base.Checks;

/** {@code tenant:create}. */
@Service
@Command(
        scope = "tenant",
        name = "create",
        description = "Adds a marketplace",
        detailedDescription =
                """
                Adds a marketplace. It has no sellers, no clients and no modules on; add these next.
                The id is the first part of its addresses, /api/<id>/..., and cannot be changed later.

                  tenant:create acme --title "Acme Market" --zone Europe/Rome --locale it
                  module:enable --tenant acme sales

                With --sandbox it is one for trying out, for ever: its clock can be moved, and no real money moves.

                Exit status 1 when it exists already, unless --if-absent is given.""")
public final class TenantCreate extends OperatorCommand {

    @Argument(name = "id", description = "2 to 30 lower-case letters, digits and hyphens", required = true)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--title", description = "Name for people (required)")
    @Needed
    private String title;

    @Option(name = "--zone", description = "Time zone of its sellers, unless they have their own")
    @Completion(ZoneCompleter.class)
    private String zone = "UTC";

    @Option(name = "--locale", description = "Language of its mails: en, it, pt-BR")
    private String locale = "en";

    @Option(name = "--sandbox", description = "For trying out: its clock can be moved, no real money moves")
    private boolean sandbox;

    @Option(name = "--if-absent", description = "Do nothing when it exists already")
    private boolean ifAbsent;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Tenants tenants;

    @Override
    protected void run() {
        Optional<Tenant> existing = ifAbsent ? tenants.find(id) : Optional.empty();
        Tenant tenant = existing.orElseGet(() -> tenants.create(new Tenant(
                id, title, Checks.zone("zone", zone), Checks.locale("locale", locale), null, sandbox, null)));
        if (json) {
            Output.json(Shapes.of(tenant));
        } else {
            System.out.println(
                    "Marketplace " + tenant.id() + (existing.isPresent() ? " exists already." : " is created."));
        }
    }
}
