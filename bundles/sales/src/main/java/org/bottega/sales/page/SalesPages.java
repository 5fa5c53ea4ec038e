package org.bottega.sales.page;

import java.util.Set;
import org.bottega.api.spi.LinkPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All pages of sales. */
@Component(service = SalesPages.class)
public final class SalesPages {

    private final Set<LinkPage> all;

    @Activate
    public SalesPages(
            @Reference ReceiptPage receipt, @Reference AccessPage access, @Reference ConfirmationPage confirmation) {
        all = Set.of(receipt, access, confirmation);
    }

    /** Of receipts, of what was bought, and of a changed address. */
    public Set<LinkPage> all() {
        return all;
    }
}
