package org.bottega.core.outbox;

import java.util.List;
import org.bottega.core.module.ModuleData;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deliveries that wait for listeners of a module. */
@Component(service = ModuleData.class)
public final class DeliveryData extends Rows implements ModuleData {

    @Activate
    public DeliveryData(@Reference(target = "(unit=core)") Store store) {
        super(store);
    }

    @Override
    public String what() {
        return "deliveries that wait for it";
    }

    @Override
    public long count(String module) {
        return listeners(module).stream()
                .mapToLong(listener -> query(
                                "select count(*) from core_delivery where tenant_id = ? and listener = ?",
                                row -> row.number(1),
                                tenant(),
                                listener)
                        .get(0))
                .sum();
    }

    @Override
    public void purge(String module) {
        for (String listener : listeners(module)) {
            update("delete from core_delivery where tenant_id = ? and listener = ?", tenant(), listener);
        }
    }

    private List<String> listeners(String module) {
        return query("select listener from core_subscription where module = ?", row -> row.string(1), module);
    }
}
