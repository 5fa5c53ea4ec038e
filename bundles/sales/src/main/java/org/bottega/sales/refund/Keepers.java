package org.bottega.sales.refund;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bottega.api.Problem;
import org.bottega.sales.api.RefundKeeper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The modules that are there to look after refunds; they come and go while sales runs. */
@Component(service = Keepers.class)
public final class Keepers {

    private static final int COME_AGAIN = 2;

    private final Map<String, RefundKeeper> present = new ConcurrentHashMap<>();

    @Reference(name = "keeper", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(RefundKeeper keeper) {
        present.put(keeper.module(), keeper);
    }

    public void remove(RefundKeeper keeper) {
        present.remove(keeper.module(), keeper);
    }

    /** @throws Problem 503 {@code module-unavailable} while the module is away */
    RefundKeeper get(String module) {
        RefundKeeper keeper = present.get(module);
        if (keeper == null) {
            throw new Problem(
                            Problem.Kind.UNAVAILABLE,
                            "module-unavailable",
                            "the module that looks after refunds here is away for the moment; nothing was done, try again")
                    .retryAfter(COME_AGAIN);
        }
        return keeper;
    }
}
