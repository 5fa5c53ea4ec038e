package org.bottega.persistence;

import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.persistence.unit.Database.OpenUnit;

/** What repositories stand on: the unit's entities and plain SQL, for the tenant of the open transaction. */
final class StoreImpl implements Store {

    private final OpenUnit unit;
    private final Callers callers;
    private final Sql sql;

    StoreImpl(OpenUnit unit, Callers callers) {
        this.unit = unit;
        this.callers = callers;
        this.sql = new Sql(unit);
    }

    @Override
    public String unit() {
        return unit.name();
    }

    EntityManager entities() {
        return unit.entities().entities();
    }

    Sql sql() {
        return sql;
    }

    String tenant() {
        String tenant = unit.transactions().required().tenant();
        if (tenant == null) {
            throw new IllegalStateException("the caller belongs to no tenant");
        }
        return tenant;
    }

    /** The seller that the caller is confined to, or null. */
    String confinedTo() {
        return callers.current().seller();
    }

    /** The address of the buyer who calls, or null when somebody else does. */
    String buyer() {
        return callers.current().email();
    }

    boolean mayReach(TenantRow row) {
        String buyer = buyer();
        if (buyer != null) {
            checkOpen(row.getClass());
            return !(row instanceof BuyerRow own) || buyer.equals(own.buyerEmail());
        }
        String seller = confinedTo();
        return seller == null || !(row instanceof SellerRow owned) || seller.equals(owned.sellerId());
    }

    /** Fails when a buyer reaches for an entity that says nothing of buyers. */
    void checkOpen(Class<?> type) {
        if (buyer() != null
                && !BuyerRow.class.isAssignableFrom(type)
                && !type.isAnnotationPresent(OpenToBuyers.class)) {
            throw new IllegalStateException(type.getSimpleName() + " is out of a buyer's reach");
        }
    }

    void checkOwn(TenantRow row) {
        Caller caller = callers.current();
        boolean seenOnly = caller.email() != null && !(row instanceof BuyerRow);
        if (!tenant().equals(row.tenantId()) || !mayReach(row) || seenOnly) {
            throw new IllegalStateException(
                    "a row of " + row.tenantId() + " was added on behalf of " + caller.tenant());
        }
    }

    /** Reads and locks one row; refreshes it if this transaction has read it before the lock. */
    <E> E lock(Class<E> type, String id) {
        OpenJPAEntityManager entities = OpenJPAPersistence.cast(entities());
        TenantKey key = new TenantKey(tenant(), id);
        E seen = entities.findCached(type, key);
        if (seen == null) {
            return entities.find(type, key, LockModeType.PESSIMISTIC_WRITE);
        }
        entities.refresh(seen, LockModeType.PESSIMISTIC_WRITE, Map.of());
        return seen;
    }
}
