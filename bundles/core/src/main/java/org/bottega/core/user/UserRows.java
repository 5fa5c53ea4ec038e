package org.bottega.core.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_user}. */
final class UserRows extends Rows {

    private static final String SELECT = "select id, kind, email, name, seller_id, role_id, locale, created_at,"
            + " disabled_at, password_hash from core_user where tenant_id = ?";

    /** A user and the hash of the password, or null. */
    record Stored(User user, String passwordHash) {}

    UserRows(Store store) {
        super(store);
    }

    Optional<Stored> find(String id) {
        return query(SELECT + " and id = ?", UserRows::stored, tenant(), id).stream()
                .findFirst();
    }

    Optional<Stored> find(Kind kind, String email) {
        return query(SELECT + " and kind = ? and email_key = ?", UserRows::stored, tenant(), kind.name(), key(email))
                .stream()
                .findFirst();
    }

    /** Newest first; {@code before} is the id of the last one of the page before, or null. */
    List<User> newest(Filter filter, String before, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> args = new ArrayList<>(List.of(tenant()));
        add(sql, args, " and id < ?", before);
        add(
                sql,
                args,
                " and kind = ?",
                filter.kind() == null ? null : filter.kind().name());
        add(sql, args, " and email_key = ?", filter.email() == null ? null : key(filter.email()));
        add(sql, args, " and seller_id = ?", filter.seller());
        add(sql, args, " and role_id = ?", filter.role());
        if (filter.enabled() != null) {
            sql.append(filter.enabled() ? " and disabled_at is null" : " and disabled_at is not null");
        }
        sql.append(" order by id desc fetch first ").append(limit).append(" rows only");
        return query(sql.toString(), UserRows::stored, args.toArray()).stream()
                .map(Stored::user)
                .toList();
    }

    private static void add(StringBuilder sql, List<Object> args, String condition, String value) {
        if (value != null) {
            sql.append(condition);
            args.add(value);
        }
    }

    void add(User u) {
        update(
                "insert into core_user (tenant_id, id, kind, email, email_key, name, seller_id, role_id, locale,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                u.id(),
                u.kind().name(),
                u.email(),
                key(u.email()),
                u.name(),
                u.seller(),
                u.role(),
                u.locale().toLanguageTag(),
                u.createdAt());
    }

    void password(String id, String hash) {
        update("update core_user set password_hash = ? where tenant_id = ? and id = ?", hash, tenant(), id);
    }

    /** Disables, or with null enables, and returns whether that changed anything. */
    boolean disable(String id, Instant at) {
        return update(
                        "update core_user set disabled_at = ? where tenant_id = ? and id = ? and disabled_at is "
                                + (at == null ? "not null" : "null"),
                        at,
                        tenant(),
                        id)
                > 0;
    }

    void role(String id, String role) {
        update("update core_user set role_id = ? where tenant_id = ? and id = ?", role, tenant(), id);
    }

    void profile(String id, String name, Locale locale) {
        update(
                "update core_user set name = ?, locale = ? where tenant_id = ? and id = ?",
                name,
                locale.toLanguageTag(),
                tenant(),
                id);
    }

    /** Addresses are one whatever the case of their letters. */
    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private static Stored stored(Row row) {
        String hash = row.string(10);
        User user = new User(
                row.string(1),
                Kind.valueOf(row.string(2)),
                row.string(3),
                row.string(4),
                row.string(5),
                row.string(6),
                Locale.forLanguageTag(row.string(7)),
                hash != null,
                row.instant(8),
                row.instant(9));
        return new Stored(user, hash);
    }
}
