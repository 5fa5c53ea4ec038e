package org.bottega.sales.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.Payments;
import org.bottega.sales.payment.Payments.Payment;
import org.bottega.sales.payment.web.PaymentView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Purchases as the answers show them, together with their payments. */
@Component(service = PurchaseViews.class)
public final class PurchaseViews {

    private final Platform platform;
    private final Payments payments;

    @Activate
    public PurchaseViews(@Reference Platform platform, @Reference Payments payments) {
        this.platform = platform;
        this.payments = payments;
    }

    /** One purchase, read in one unit of work with its payment. */
    public PurchaseView one(Supplier<Purchase> read) {
        return platform.inUnit(() -> of(read.get()));
    }

    /** A page, read in one unit of work with its payments. */
    public Page<PurchaseView> page(Supplier<Page<Purchase>> read) {
        return platform.inUnit(() -> of(read.get()));
    }

    private PurchaseView of(Purchase purchase) {
        return view(purchase, payments.of(List.of(purchase.transaction())));
    }

    /** With one more query for all payments. */
    private Page<PurchaseView> of(Page<Purchase> page) {
        Map<String, Payment> paid =
                payments.of(page.items().stream().map(Purchase::transaction).toList());
        return page.map(purchase -> view(purchase, paid));
    }

    /** The answer to a command: 202 while something is not decided. */
    public Response.ResponseBuilder answer(boolean decided, Response.Status done, Purchase purchase) {
        return Response.status(decided ? done : Response.Status.ACCEPTED).entity(of(purchase));
    }

    private static PurchaseView view(Purchase purchase, Map<String, Payment> paid) {
        return PurchaseView.of(purchase, PaymentView.of(paid.get(purchase.transaction())));
    }
}
