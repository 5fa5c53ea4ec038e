package org.bottega.core.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;
import org.bottega.core.testing.TestPlatform;

/** A module with a policy and something at stake, whose "data" are sellers; it can fail half way. */
final class Keeper implements BusinessModule {

    record Limits(@Meaning("Most things") int most) {}

    static final PolicyType<Limits> LIMITS = new PolicyType<>("keeper.limits", Limits.class, new Limits(3), true);

    private final TestPlatform platform;
    private final List<String> calls = new ArrayList<>();
    private boolean fails;

    Keeper(TestPlatform platform) {
        this.platform = platform;
    }

    void failsFromNow(boolean now) {
        fails = now;
    }

    /** What was called for these marketplaces. */
    List<String> calls(String... tenants) {
        return calls.stream()
                .filter(call -> List.of(tenants).contains(call.substring(call.indexOf(' ') + 1)))
                .toList();
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo(
                "keeper", "Keeper", "2.1.0", Set.of(), Set.of("keeper:read"), Set.of("keeper:read"), List.of(LIMITS));
    }

    @Override
    public void enable() {
        String tenant = platform.callers().current().tenant();
        calls.add("enable " + tenant);
        String seller = "kept-" + platform.sellers().list().size();
        platform.newSeller(tenant, seller);
        platform.core().policyDesk().set("keeper.limits", seller, Map.of("most", 1), null);
        if (fails) {
            throw new IllegalStateException("half way");
        }
    }

    @Override
    public void purge() {
        calls.add("purge " + platform.callers().current().tenant());
        if (fails) {
            throw new IllegalStateException("cannot let go");
        }
    }

    @Override
    public List<Impact> impact() {
        return List.of(
                new Impact("things kept", platform.sellers().list().size()),
                new Impact("coins at stake", 2, new Money(1250, "EUR")),
                new Impact("things lost", 0));
    }
}
