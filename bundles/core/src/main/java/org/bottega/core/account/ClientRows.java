package org.bottega.core.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bottega.api.platform.Clients.Client;
import org.bottega.core.base.Scopes;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_client}. */
final class ClientRows extends Rows {

    private static final String SELECT = "select id, label, seller_id, permissions, created_at, revoked_at, secret_hash"
            + " from core_client where tenant_id = ?";

    /** A client and the hash of its secret. */
    record Stored(Client client, String secretHash) {}

    ClientRows(Store store) {
        super(store);
    }

    Optional<Stored> find(String id) {
        return query(SELECT + " and id = ?", ClientRows::stored, tenant(), id).stream()
                .findFirst();
    }

    List<Client> list() {
        return query(SELECT + " order by created_at desc, id desc", ClientRows::stored, tenant()).stream()
                .map(Stored::client)
                .toList();
    }

    /** Newest first; {@code after}, milliseconds and id of the last one of the page before, and seller may be null. */
    List<Client> list(String seller, String after, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> args = new ArrayList<>(List.of(tenant()));
        if (seller != null) {
            sql.append(" and seller_id = ?");
            args.add(seller);
        }
        if (after != null) {
            Instant at = Instant.ofEpochMilli(Long.parseLong(after.substring(0, after.indexOf('-'))));
            sql.append(" and (created_at < ? or created_at = ? and id < ?)");
            args.addAll(List.of(at, at, after.substring(after.indexOf('-') + 1)));
        }
        sql.append(" order by created_at desc, id desc fetch first ")
                .append(limit)
                .append(" rows only");
        return query(sql.toString(), ClientRows::stored, args.toArray()).stream()
                .map(Stored::client)
                .toList();
    }

    void add(Client client, String secretHash) {
        update(
                "insert into core_client (tenant_id, id, label, seller_id, permissions, created_at, secret_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                client.id(),
                client.label(),
                client.seller(),
                Scopes.text(client.permissions()),
                client.createdAt(),
                secretHash);
    }

    /** Marks the client as revoked and returns whether it was not before. */
    boolean revoke(String id, Instant now) {
        return update(
                        "update core_client set revoked_at = ? where tenant_id = ? and id = ? and revoked_at is null",
                        now,
                        tenant(),
                        id)
                > 0;
    }

    private static Stored stored(Row row) {
        Client client = new Client(
                row.string(1), row.string(2), row.string(3), Scopes.set(row.string(4)), row.instant(5), row.instant(6));
        return new Stored(client, row.string(7));
    }
}
