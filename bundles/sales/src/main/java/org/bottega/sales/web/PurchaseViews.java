package org.bottega.sales.web;

import java.util.List;
import java.util.Map;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
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

    private final Payments payments;

    @Activate
    public PurchaseViews(@Reference Payments payments) {
        this.payments = payments;
    }

    /** One purchase. */
    public PurchaseView of(Purchase purchase) {
        return view(purchase, payments.of(List.of(purchase.transaction())));
    }

    /** A page, with one more query for all its payments. */
    public Page<PurchaseView> of(Page<Purchase> page) {
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
