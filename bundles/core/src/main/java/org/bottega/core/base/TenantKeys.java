package org.bottega.core.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The secret keys of the current tenant. Methods need an open unit of work. */
public final class TenantKeys extends Rows {

    /** Name of the key that signs links. */
    public static final String LINKS = "links";

    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TenantKeys(Store store, Clock clock) {
        super(store);
        this.clock = clock;
    }

    /** The key, or empty when the tenant has none of that name. */
    public Optional<byte[]> find(String name) {
        return query(
                        "select secret from core_tenant_key where tenant_id = ? and id = ?",
                        row -> row.bytes(1),
                        tenant(),
                        name)
                .stream()
                .findFirst();
    }

    /** Makes the key. */
    public byte[] create(String name) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        update(
                "insert into core_tenant_key (tenant_id, id, secret, created_at) values (?, ?, ?, ?)",
                tenant(),
                name,
                secret,
                clock.instant());
        return secret;
    }
}
