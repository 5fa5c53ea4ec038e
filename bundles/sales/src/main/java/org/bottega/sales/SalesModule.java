package org.bottega.sales;

import java.util.List;
import java.util.Set;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.Kept;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;
import org.bottega.api.spi.Traces;
import org.bottega.sales.email.EmailChangePolicy;
import org.bottega.sales.payment.PaymentPolicy;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.store.PersonRows;
import org.bottega.sales.store.Purge;
import org.bottega.sales.store.Stakes;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform knows of sales. */
@Component(service = BusinessModule.class)
public final class SalesModule implements BusinessModule {

    /** Id of the module. */
    public static final String ID = "sales";

    /** To see products, offers, purchases, totals. */
    public static final String READ = "sales:read";

    /** To add products and offers. */
    public static final String CATALOG = "sales:catalog";

    /** To sell. */
    public static final String SELL = "sales:sell";

    /** To send a buyer his access again. */
    public static final String ACCESS = "sales:access";

    /** To give money back. */
    public static final String REFUND = "sales:refund";

    /** To import purchases made elsewhere. */
    public static final String IMPORT = "sales:import";

    /** To change the address that a purchase belongs to. */
    public static final String EMAIL = "sales:email";

    /** To find purchases by the buyer's tax id, and to see it. */
    public static final String TAX = "sales:taxid";

    /** A buyer's: to see and use what he bought himself. */
    public static final String OWN = "sales:own";

    /** To see what gateways tell, and the secrets they sign it with. */
    public static final String PAYMENTS = "sales:payments";

    private static final Set<String> PERMISSIONS =
            Set.of(READ, CATALOG, SELL, ACCESS, REFUND, IMPORT, EMAIL, TAX, OWN, PAYMENTS);

    private static final Set<String> OF_BUYERS = Set.of(OWN);

    private static final List<PolicyType<?>> POLICIES =
            List.of(EmailChangePolicy.TYPE, PaymentPolicy.TYPE, RefundRequestPolicy.TYPE);

    private final ModuleInfo info;
    private final Purge purge;
    private final Stakes stakes;
    private final PersonRows persons;

    @Activate
    public SalesModule(
            BundleContext bundle, @Reference Purge purge, @Reference Stakes stakes, @Reference PersonRows persons) {
        this(bundle.getBundle().getVersion().toString(), purge, stakes, persons);
    }

    /** The module in a version. */
    public SalesModule(String version, Purge purge, Stakes stakes, PersonRows persons) {
        this.info = new ModuleInfo(ID, "Sales", version, Set.of(), PERMISSIONS, OF_BUYERS, POLICIES);
        this.purge = purge;
        this.stakes = stakes;
        this.persons = persons;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public void purge() {
        purge.all();
    }

    @Override
    public List<Impact> impact() {
        return stakes.all();
    }

    @Override
    public Traces traces(String email) {
        return persons.traces(email);
    }

    @Override
    public List<Kept> erase(Traces person) {
        return persons.erase(person);
    }
}
