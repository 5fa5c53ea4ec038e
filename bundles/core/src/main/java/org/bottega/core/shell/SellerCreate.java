package org.bottega.core.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Tenant;
import org.bottega.core.base.Checks;

/** {@code seller:create}. */
@Service
@Command(
        scope = "seller",
        name = "create",
        description = "Adds a seller to a marketplace",
        detailedDescription =
                """
                Adds a seller to a marketplace. Sale notifications go to --email; customers are given --support-email,
                or --email where there is none. Zone and language are the marketplace's unless given.

                  seller:create --tenant acme anna --name "Anna Rossi" --email anna@example.com

                Exit status 1 when it exists already, unless --if-absent is given.""")
public final class SellerCreate extends TenantCommand {

    @Argument(name = "id", description = "2 to 30 lower-case letters, digits and hyphens", required = true)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--name", description = "Name for people (required)")
    @Needed
    private String name;

    @Option(name = "--email", description = "Address of the account (required)")
    @Needed
    private String email;

    @Option(name = "--support-email", description = "Address for customers")
    private String supportEmail;

    @Option(name = "--zone", description = "Time zone; it governs the seller's weekends")
    @Completion(ZoneCompleter.class)
    private String zone;

    @Option(name = "--locale", description = "Language of mails to the seller: en, it, pt-BR")
    private String locale;

    @Option(name = "--if-absent", description = "Do nothing when it exists already")
    private boolean ifAbsent;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Sellers sellers;

    @Override
    protected void run(Tenant in) {
        Optional<Seller> existing = ifAbsent ? sellers.find(id) : Optional.empty();
        Seller seller = existing.orElseGet(() -> sellers.create(wanted(id, in)));
        if (json) {
            Output.json(Shapes.of(seller));
        } else {
            System.out.println("Seller " + seller.id() + " of " + in.id()
                    + (existing.isPresent() ? " exists already." : " is created."));
        }
    }

    private Seller wanted(String id, Tenant in) {
        ZoneId ownZone = zone == null ? in.zone() : Checks.zone("zone", zone);
        Locale ownLocale = locale == null ? in.locale() : Checks.locale("locale", locale);
        return new Seller(id, name, email, supportEmail, ownZone, ownLocale);
    }
}
