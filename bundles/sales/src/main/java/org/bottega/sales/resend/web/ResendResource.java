package org.bottega.sales.resend.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Problem;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.resend.BulkResend;
import org.bottega.sales.resend.BulkResend.Result;
import org.bottega.sales.resend.BulkResend.Wanted;
import org.bottega.sales.web.PurchaseQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/access/resend}. */
@Component(service = ResendResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ResendResource {

    /** A purchase, and of a bundle the product. */
    @Schema(name = "ResendItem")
    public record ItemOf(
            @NotBlank String transaction,
            @Schema(description = "needed when the purchase is of a bundle") String product) {}

    /** What to send again. */
    @Schema(name = "ResendMany")
    public record Many(
            @Valid @Schema(description = "1 to 500; or else a filter, as the list's, in the address")
                    List<@NotNull @Valid ItemOf> transactions,
            @Schema(description = "with a filter: true, yes, to all that it finds") Boolean confirm) {}

    /** What became of one. */
    @Schema(name = "ResendResult")
    public record ResultView(
            String transaction,
            String product,
            @Schema(description = "SENT or REFUSED") String result,
            @Schema(description = "id of the mail") String mail,
            @Schema(description = "why it was refused") String code,
            String detail) {
        static ResultView of(Result r) {
            Problem no = r.refusal();
            return new ResultView(
                    r.wanted().transaction(),
                    r.wanted().product(),
                    no == null ? "SENT" : "REFUSED",
                    r.mail(),
                    no == null ? null : no.code(),
                    no == null ? null : no.getMessage());
        }
    }

    /** What became of all. */
    @Schema(name = "ResendResults")
    public record Results(int sent, int refused, List<ResultView> items) {}

    private final BulkResend resend;

    @Activate
    public ResendResource(@Reference BulkResend resend) {
        this.resend = resend;
    }

    @POST
    @Path("access/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.ACCESS)
    @Operation(
            summary = "Sends access of many purchases again, with a result for each",
            description = "SAL-05, SAL-07, SAL-08. Either the purchases, or a filter and confirm. What is refused does"
                    + " not stop the rest; codes of results: purchase-not-found, access-not-granted, product-required,"
                    + " product-not-in-purchase, wanted-twice, access-changed. 400 too-many, nothing-wanted,"
                    + " confirmation-missing. With an Idempotency-Key, the same again sends nothing more.")
    public Results resendMany(@BeanParam PurchaseQuery filter, @NotNull @Valid Many body) {
        List<Result> results = body.transactions() == null ? found(filter, body) : named(body);
        List<ResultView> items = results.stream().map(ResultView::of).toList();
        int sent = (int) results.stream().filter(r -> r.refusal() == null).count();
        return new Results(sent, items.size() - sent, items);
    }

    private List<Result> found(PurchaseQuery filter, Many body) {
        if (!Boolean.TRUE.equals(body.confirm())) {
            throw Problem.invalid("confirmation-missing", "confirm", "true is expected, or nothing is done");
        }
        return resend.resend(filter.search(null));
    }

    private List<Result> named(Many body) {
        return resend.resend(body.transactions().stream()
                .map(item -> new Wanted(item.transaction(), item.product()))
                .toList());
    }
}
