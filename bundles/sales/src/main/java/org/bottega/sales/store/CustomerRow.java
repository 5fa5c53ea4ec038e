package org.bottega.sales.store;

import java.time.Instant;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.BuyerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.NewBuyer;

/**
 * A buyer of the tenant, known to all its sellers by the platform only: no operation lists buyers, and a seller sees of
 * them what is written on its own purchases.
 */
@Entity
@Table(name = "sales_buyer")
@IdClass(TenantKey.class)
public class CustomerRow implements BuyerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "email")
    private String buyerEmail;

    @Column(name = "name")
    private String name;

    @Column(name = "tax_id")
    private String taxId;

    @Column(name = "locale")
    private String locale;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    protected CustomerRow() {}

    public CustomerRow(String tenant, String id, NewBuyer buyer, Locale locale, Instant now) {
        tenantId = tenant;
        this.id = id;
        buyerEmail = buyer.email();
        name = buyer.name();
        taxId = buyer.taxId();
        this.locale = locale.toLanguageTag();
        createdAt = now;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    /** His address, in lower case. */
    @Override
    public String buyerEmail() {
        return buyerEmail;
    }

    /** Adds what was not known yet; the language is the one last asked for. Another seller's knowledge is never overwritten. */
    public void learn(NewBuyer told) {
        if (name == null) {
            name = told.name();
        }
        if (taxId == null) {
            taxId = told.taxId();
        }
        if (told.locale() != null) {
            locale = told.locale().toLanguageTag();
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }
}
