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
import org.bottega.sales.TaxId;

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

    @Column(name = "tax_key")
    private String taxKey;

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
        taxKey = TaxId.key(taxId);
        this.locale = locale.toLanguageTag();
        createdAt = now;
    }

    /** Somebody of whom only the address is known, and the language. */
    public CustomerRow(String tenant, String id, String email, Locale locale, Instant now) {
        tenantId = tenant;
        this.id = id;
        buyerEmail = email;
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
        if (taxKey == null) {
            taxId(told.taxId());
        }
        if (told.locale() != null) {
            locale = told.locale().toLanguageTag();
        }
    }

    public String name() {
        return name;
    }

    /** Calls him so from now on; purchases keep the name they were made with. */
    public void rename(String newName) {
        name = newName;
    }

    /** As it was written, or null. */
    public String taxId() {
        return taxId;
    }

    /** By which tax ids are compared; no two buyers of a tenant have the same (ACC-11). Null without a tax id. */
    public String taxKey() {
        return taxKey;
    }

    /** Files a tax id, or takes it off the file when null. */
    public void taxId(String newTaxId) {
        taxId = newTaxId;
        taxKey = TaxId.key(newTaxId);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }
}
