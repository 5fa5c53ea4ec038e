package org.bottega.hello.store;

import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes all that the module keeps of the current tenant: plain SQL, since it takes many rows at once. */
@Component(service = Purge.class)
public final class Purge extends Rows {

    @Activate
    public Purge(@Reference(target = "(unit=hello)") Store store) {
        super(store);
    }

    /** In the open unit of work. */
    public void all() {
        update("delete from hello_greetings where tenant_id = ?", tenant());
    }
}
