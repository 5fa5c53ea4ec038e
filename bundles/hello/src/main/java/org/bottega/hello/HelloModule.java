package org.bottega.hello;

import java.util.Set;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Tells the platform that the module is here, and what it is. */
@Component
public final class HelloModule implements BusinessModule {

    /** The module's id: path segment, permission prefix, table prefix and name of the persistence unit. */
    public static final String ID = "hello";

    /** Permission to read greetings. */
    public static final String READ = "hello:read";

    /** Permission to greet. */
    public static final String WRITE = "hello:write";

    private final ModuleInfo info;

    @Activate
    public HelloModule(BundleContext bundle) {
        this(bundle.getBundle().getVersion().toString());
    }

    HelloModule(String version) {
        info = new ModuleInfo(ID, "Hello", version, Set.of(), Set.of(READ, WRITE));
    }

    @Override
    public ModuleInfo info() {
        return info;
    }
}
