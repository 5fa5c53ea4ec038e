package org.bottega.sales.imports.store;

import java.time.ZoneId;
import java.util.Currency;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.imports.ImportPlan;

/** The columns of an {@link ImportPlan}, except the seller. */
@Embeddable
public class PlanPart {

    @Column(name = "product_id")
    private String product;

    @Column(name = "currency")
    private String currency;

    @Column(name = "zone")
    private String zone;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private PurchaseStatus status;

    @Column(name = "replay")
    private boolean replay;

    @Column(name = "mapping")
    private String mapping;

    @Column(name = "email_template")
    private String emailTemplate;

    public PlanPart() {}

    PlanPart(ImportPlan plan) {
        product = plan.product();
        currency = plan.currency().getCurrencyCode();
        zone = plan.zone().getId();
        status = plan.status();
        replay = plan.replay();
        mapping = ImportPlan.write(plan.columns());
        emailTemplate = plan.emailTemplate();
    }

    ImportPlan plan(String seller) {
        return new ImportPlan(
                seller,
                product,
                Currency.getInstance(currency),
                ZoneId.of(zone),
                status,
                replay,
                ImportPlan.read(mapping),
                emailTemplate);
    }
}
