package org.bottega.core.tenant;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.platform.Tenant;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The platform table {@code core_tenant}. */
final class TenantRows extends Rows {

    private static final String SELECT =
            "select id, title, zone_id, locale, created_at, sandbox, suspended_at from core_tenant";

    TenantRows(Store store) {
        super(store);
    }

    Optional<Tenant> find(String id) {
        return query(SELECT + " where id = ?", TenantRows::tenant, id).stream().findFirst();
    }

    List<Tenant> list() {
        return query(SELECT + " order by id", TenantRows::tenant);
    }

    void add(Tenant t) {
        update(
                "insert into core_tenant (id, title, zone_id, locale, created_at, sandbox) values (?, ?, ?, ?, ?, ?)",
                t.id(),
                t.title(),
                t.zone().getId(),
                t.locale().toLanguageTag(),
                t.createdAt(),
                t.sandbox());
    }

    private static Tenant tenant(Row row) {
        return new Tenant(
                row.string(1),
                row.string(2),
                ZoneId.of(row.string(3)),
                Locale.forLanguageTag(row.string(4)),
                row.instant(5),
                row.flag(6),
                row.instant(7));
    }
}
