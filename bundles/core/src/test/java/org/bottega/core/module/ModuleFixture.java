package org.bottega.core.module;

import java.util.ArrayList;
import java.util.List;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.spi.BusinessModule;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two marketplaces of its own for each test, and modules that are gone after it. */
abstract class ModuleFixture extends PlatformTest {

    private static int tenants;

    private final List<BusinessModule> deployed = new ArrayList<>();
    protected String a;
    protected String b;

    protected static Modules modules() {
        return platform.modules();
    }

    protected static Deployed registry() {
        return platform.core().deployed();
    }

    @BeforeEach
    void tenants() {
        a = "module-a" + ++tenants;
        b = "module-b" + tenants;
        platform.newTenant(a);
        platform.newTenant(b);
    }

    @AfterEach
    void undeploy() {
        deployed.forEach(registry()::removeModule);
    }

    protected final <M extends BusinessModule> M deploy(M module) {
        deployed.add(module);
        platform.module(module);
        return module;
    }

    protected final void disable(String tenant, String module) {
        platform.as(tenant, () -> modules().disable(module));
    }

    protected final Status status(String tenant, String id) {
        return platform.as(tenant, () -> modules().list()).stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
