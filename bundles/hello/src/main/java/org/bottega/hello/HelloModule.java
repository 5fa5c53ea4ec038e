package org.bottega.hello;

import java.util.List;
import java.util.Set;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.hello.store.Greetings;
import org.bottega.hello.store.Purge;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

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
    private final Greetings greetings;
    private final Purge purge;

    @Activate
    public HelloModule(BundleContext bundle, @Reference Greetings greetings, @Reference Purge purge) {
        this(bundle.getBundle().getVersion().toString(), greetings, purge);
    }

    HelloModule(String version, Greetings greetings, Purge purge) {
        this.greetings = greetings;
        this.purge = purge;
        info = new ModuleInfo(ID, "Hello", version, Set.of(), Set.of(READ, WRITE));
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public void purge() {
        purge.all();
    }

    @Override
    public List<Impact> impact() {
        return List.of(new Impact("greetings", greetings.count()));
    }
}
