package org.bottega.core.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** With a null {@code since} it is suspended no more. */
    void suspend(String id, Instant since, String why) {
        update("update core_tenant set suspended_at = ?, suspended_for = ? where id = ?", since, why, id);
    }

    /** Whether its erasing has begun. */
    boolean isErasing(String id) {
        return !query("select id from core_tenant where id = ? and erasing_at is not null", row -> row.string(1), id)
                .isEmpty();
    }

    Optional<String> suspendedFor(String id) {
        return query(
                        "select suspended_for from core_tenant where id = ?",
                        row -> Optional.ofNullable(row.string(1)),
                        id)
                .stream()
                .findFirst()
                .flatMap(why -> why);
    }

    Set<String> suspended() {
        return Set.copyOf(query("select id from core_tenant where suspended_at is not null", row -> row.string(1)));
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
