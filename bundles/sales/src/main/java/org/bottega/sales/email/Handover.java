package org.bottega.sales.email;

import java.util.Locale;
import java.util.Map;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseBuyerChanged;
import org.bottega.sales.email.store.EmailChangeRow;
import org.bottega.sales.email.store.EmailChangeRow.Why;
import org.bottega.sales.email.store.EmailStore;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a purchase, and all that came with it, to the buyer with another address. Nothing of it is lost (ACC-11). */
@Component(service = Handover.class)
public final class Handover {

    private static final String WORK = "sales.email-change";

    private final Platform platform;
    private final SalesStore store;
    private final EmailStore kept;
    private final AccessDesk access;
    private final EmailLetters letters;

    @Activate
    public Handover(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference EmailStore kept,
            @Reference AccessDesk access,
            @Reference EmailLetters letters) {
        this.platform = platform;
        this.store = store;
        this.kept = kept;
        this.access = access;
        this.letters = letters;
    }

    /** In the open unit of work, which has locked the purchase and found nothing against it. */
    EmailChange make(PurchaseRow row, String next, Why why) {
        Purchase before = row.purchase();
        CustomerRow to = platform.beyond(WORK, () -> customer(before, next));
        row.handTo(to.id(), next);
        Purchase after = row.purchase();
        EmailChangeRow change = kept.changes()
                .add(new EmailChangeRow(platform.tenant(), platform.ids().next(), before, after, why));
        access.handOver(after);
        letters.changed(after, to.locale());
        letters.notice(before, after, to.locale());
        platform.journal()
                .tell(
                        "purchase.change-email",
                        new PurchaseBuyerChanged(
                                after.transaction(),
                                after.seller(),
                                after.product(),
                                before.buyer().id(),
                                to.id()),
                        Map.of(
                                "oldEmail", before.buyer().email(),
                                "newEmail", next,
                                "reason", why.reason().name(),
                                "madeBy", why.madeBy().name()));
        return change.change();
    }

    /** The buyer with this address. The tax id goes with the last purchase of the old one; nothing else of his changes. */
    private CustomerRow customer(Purchase before, String next) {
        CustomerRow from = store.buyers().find(before.buyer().id()).orElseThrow();
        CustomerRow to = store.buyers().byEmail(next).orElseGet(() -> fresh(next, from));
        boolean last = store.purchases().countOf(from.id()) == 1;
        if (last && from.taxKey() != null && to.taxKey() == null) {
            String taxId = from.taxId();
            from.taxId(null);
            store.buyers().write();
            to.taxId(taxId);
        }
        return to;
    }

    private CustomerRow fresh(String email, CustomerRow like) {
        Locale locale = like.locale();
        CustomerRow row = new CustomerRow(platform.tenant(), platform.ids().next(), email, locale, platform.now());
        row.rename(like.name());
        return store.buyers().add(row);
    }
}
