package org.bottega.sales.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.imports.csv.Columns;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what is asked for before a single line is read. */
@Component(service = ImportPlans.class)
public final class ImportPlans {

    /** Where a purchase of history can stand: settled, with nothing left that only its own system knows. */
    static final Set<PurchaseStatus> IMPORTABLE = EnumSet.of(
            PurchaseStatus.APPROVED,
            PurchaseStatus.COMPLETE,
            PurchaseStatus.REFUNDED,
            PurchaseStatus.CHARGEBACK,
            PurchaseStatus.CANCELLED,
            PurchaseStatus.EXPIRED,
            PurchaseStatus.NO_FUNDS,
            PurchaseStatus.BLOCKED);

    private static final Set<PurchaseStatus> REPLAYABLE = EnumSet.of(PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE);
    private static final int ZONE_LENGTH = 50;
    private static final int TEMPLATE_LENGTH = 254;

    private final Sellers sellers;
    private final Platform platform;
    private final SalesStore store;

    @Activate
    public ImportPlans(@Reference Sellers sellers, @Reference Platform platform, @Reference SalesStore store) {
        this.sellers = sellers;
        this.platform = platform;
        this.store = store;
    }

    /**
     * The plan for a file with these column names. Needs an open unit of work.
     *
     * @throws Problem 404 {@code seller-not-found}, {@code product-not-found}; 400 that names what is wrong
     */
    ImportPlan check(ImportOrder order, List<String> header) {
        Seller seller = seller(order.seller());
        Currency currency = currency(order.currency());
        ZoneId zone = order.zone() == null ? seller.zone() : zone(order.zone());
        PurchaseStatus status = status(order.status());
        String product = product(order.product(), seller.id());
        if (order.replay() && (product == null || !REPLAYABLE.contains(status))) {
            throw Problem.invalid(
                    "replay-impossible", "replay", "a product, and one of " + REPLAYABLE + ", is expected");
        }
        String template = Check.optional("buyerEmail", order.emailTemplate(), TEMPLATE_LENGTH);
        Columns.of(header, order.columns(), template);
        return new ImportPlan(seller.id(), product, currency, zone, status, order.replay(), order.columns(), template);
    }

    private Seller seller(String asked) {
        String id = asked != null
                ? asked
                : platform.caller()
                        .confinedTo()
                        .orElseThrow(() -> Problem.invalid("field-missing", "seller", "whose sales are they?"));
        return sellers.find(id).orElseThrow(() -> Problem.notFound("seller", id));
    }

    private static Currency currency(String code) {
        if (code == null) {
            throw Problem.invalid("field-missing", "currency", "an ISO 4217 currency code such as EUR is expected");
        }
        return Currency.getInstance(new Money(0, code).currency());
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(Check.text("zone", id, ZONE_LENGTH));
        } catch (DateTimeException e) {
            throw Problem.invalid("zone-unknown", "zone", "a zone such as Europe/London is expected");
        }
    }

    private static PurchaseStatus status(String name) {
        return name == null
                ? PurchaseStatus.COMPLETE
                : PurchaseStatus.named(name)
                        .filter(IMPORTABLE::contains)
                        .orElseThrow(() -> Problem.invalid("status-not-importable", "status", "one of " + IMPORTABLE));
    }

    private String product(String id, String seller) {
        if (id != null
                && store.products()
                        .find(id)
                        .filter(row -> row.sellerId().equals(seller))
                        .isEmpty()) {
            throw Problem.notFound("product", id);
        }
        return id;
    }
}
