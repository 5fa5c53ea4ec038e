package org.bottega.sales.imports.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.imports.csv.LineError;

/** Why a line was not imported. Written in bulk by {@link ImportedRows}. */
@Entity
@Table(name = "sales_import_error")
@IdClass(TenantKey.class)
public class ImportErrorRow implements SellerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "import_id")
    private String importId;

    @Column(name = "line")
    private int line;

    @Column(name = "field")
    private String field;

    @Column(name = "code")
    private String code;

    @Column(name = "detail")
    private String detail;

    protected ImportErrorRow() {}

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sellerId() {
        return sellerId;
    }

    public String importId() {
        return importId;
    }

    public int line() {
        return line;
    }

    public LineError error() {
        return new LineError(line, field, code, detail);
    }
}
