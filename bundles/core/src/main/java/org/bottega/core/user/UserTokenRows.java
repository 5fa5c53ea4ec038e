package org.bottega.core.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.core.base.Scopes;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_user_token}. The id of a row is the hash of its token. */
final class UserTokenRows extends Rows {

    /**
     * What a token stands for.
     *
     * @param family the login it came of
     * @param refreshes whether it is for getting the next one, not for requests
     * @param scope narrowed to these permissions; empty: not narrowed
     * @param usedAt when it was exchanged, or null
     */
    record Held(String user, String family, boolean refreshes, Set<String> scope, Instant expiresAt, Instant usedAt) {}

    UserTokenRows(Store store) {
        super(store);
    }

    Optional<Held> find(String hash) {
        return query(
                        "select user_id, family, refreshes, permissions, expires_at, used_at from core_user_token"
                                + " where tenant_id = ? and id = ?",
                        UserTokenRows::held,
                        tenant(),
                        hash)
                .stream()
                .findFirst();
    }

    void add(String hash, Held held, Instant now) {
        update(
                "insert into core_user_token (tenant_id, id, user_id, family, refreshes, permissions, issued_at,"
                        + " expires_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                hash,
                held.user(),
                held.family(),
                held.refreshes(),
                Scopes.text(held.scope()),
                now,
                held.expiresAt(),
                held.expiresAt());
    }

    /** Marks a refresh token as used and returns whether it was not before. */
    boolean use(String hash, Instant now) {
        return update(
                        "update core_user_token set used_at = ? where tenant_id = ? and id = ? and used_at is null",
                        now,
                        tenant(),
                        hash)
                > 0;
    }

    /** Tokens for requests of a user, of one login or, with null, of all. */
    List<String> of(String user, String family) {
        String sql = "select id from core_user_token where tenant_id = ? and user_id = ? and refreshes = ?";
        return family == null
                ? query(sql, row -> row.string(1), tenant(), user, false)
                : query(sql + " and family = ?", row -> row.string(1), tenant(), user, false, family);
    }

    /** Removes all tokens of a user, of one login or, with null, of all, and returns how many. */
    int remove(String user, String family) {
        String sql = "delete from core_user_token where tenant_id = ? and user_id = ?";
        return family == null ? update(sql, tenant(), user) : update(sql + " and family = ?", tenant(), user, family);
    }

    void removeExpired(String hash, Instant now) {
        update("delete from core_user_token where tenant_id = ? and id = ? and expires_at <= ?", tenant(), hash, now);
    }

    private static Held held(Row row) {
        return new Held(
                row.string(1), row.string(2), row.flag(3), Scopes.set(row.string(4)), row.instant(5), row.instant(6));
    }
}
