package org.bottega.core.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.core.base.Scopes;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_token}. The id of a row is the hash of its token; {@code due_at} is when it is deleted. */
final class TokenRows extends Rows {

    /** What a token stands for. */
    record Held(String client, String seller, Set<String> permissions, Instant expiresAt) {}

    TokenRows(Store store) {
        super(store);
    }

    /** The token, unless its client is revoked: one that was issued at that very moment is worth nothing either. */
    Optional<Held> find(String hash) {
        return query(
                        "select t.client_id, c.seller_id, t.permissions, t.expires_at from core_token t"
                                + " join core_client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                                + " where t.tenant_id = ? and t.id = ? and c.tenant_id = ? and c.revoked_at is null",
                        TokenRows::held,
                        tenant(),
                        hash,
                        tenant())
                .stream()
                .findFirst();
    }

    void add(String hash, Held held, Instant now) {
        update(
                "insert into core_token (tenant_id, id, client_id, permissions, issued_at, expires_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                hash,
                held.client(),
                Scopes.text(held.permissions()),
                now,
                held.expiresAt(),
                held.expiresAt());
    }

    List<String> ofClient(String client) {
        return query(
                "select id from core_token where tenant_id = ? and client_id = ?",
                row -> row.string(1),
                tenant(),
                client);
    }

    boolean remove(String hash) {
        return update("delete from core_token where tenant_id = ? and id = ?", tenant(), hash) > 0;
    }

    void removeExpired(String hash, Instant now) {
        update("delete from core_token where tenant_id = ? and id = ? and expires_at <= ?", tenant(), hash, now);
    }

    private static Held held(Row row) {
        return new Held(row.string(1), row.string(2), Scopes.set(row.string(3)), row.instant(4));
    }
}
