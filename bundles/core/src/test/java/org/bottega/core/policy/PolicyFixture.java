package org.bottega.core.policy;

import java.util.Map;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.platform.PolicyDesk.Value;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;

/** Two marketplaces for each test, and the policies of {@link Patience}. */
abstract class PolicyFixture extends PlatformTest {

    protected static final String ID = "probes.patience";
    private static int tenants;

    protected String a;
    protected String b;

    @BeforeEach
    void open() {
        if (!platform.core().deployed().policies().containsKey(ID)) {
            platform.module(Patience.module());
        }
        a = "policy-a" + ++tenants;
        b = "policy-b" + tenants;
        platform.newTenant(a);
        platform.newTenant(b);
    }

    protected static PolicyDesk desk() {
        return platform.core().policyDesk();
    }

    protected final Setting set(String product, Map<String, ?> values, Long expected) {
        return platform.as(a, () -> desk().set(ID, product, values, expected));
    }

    protected final Patience read(String tenant, String product) {
        return platform.as(tenant, () -> platform.policies().get(Patience.TYPE, product));
    }

    protected static Value value(Setting setting, String name) {
        return setting.values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
