package org.bottega.itests.hot.inside;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.Permission;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** {@code sales/origins/{transaction}}: a column that version 1.1 adds to every purchase, read and changed. */
@Path("origins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class Origins {

    /** Under which version a purchase was made, or what it was changed to. */
    public record Origin(String origin) {}

    private final Column column;
    private final UnitOfWork unit;

    public Origins(Store store, UnitOfWork unit) {
        this.column = new Column(store);
        this.unit = unit;
    }

    @GET
    @Path("{transaction}")
    @Permission("sales:read")
    public Origin getOrigin(@PathParam("transaction") String transaction) {
        return unit.call(() -> column.read(transaction));
    }

    @PUT
    @Path("{transaction}")
    @Permission("sales:sell")
    public Origin changeOrigin(@PathParam("transaction") String transaction, Origin origin) {
        column.write(transaction, origin.origin());
        return origin;
    }

    private static final class Column extends Rows {
        private Column(Store store) {
            super(store);
        }

        private Origin read(String transaction) {
            return query(
                            "select origin from sales_purchase where tenant_id = ? and id = ?",
                            row -> new Origin(row.string(1)),
                            tenant(),
                            transaction)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("purchase", transaction));
        }

        private void write(String transaction, String origin) {
            update(
                    "update sales_purchase set origin = ? where tenant_id = ? and id = ?",
                    origin,
                    tenant(),
                    transaction);
        }
    }
}
