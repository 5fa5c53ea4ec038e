package org.bottega.webhooks;

import java.util.List;
import java.util.Set;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.webhooks.store.Purge;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform knows of webhooks. */
@Component(service = BusinessModule.class)
public final class WebhooksModule implements BusinessModule {

    /** Id of the module. */
    public static final String ID = "webhooks";

    /** To see endpoints and what was sent to them. */
    public static final String READ = "webhooks:read";

    /** To add and change endpoints, and to have deliveries sent again. */
    public static final String WRITE = "webhooks:write";

    private final ModuleInfo info;
    private final Purge purge;

    @Activate
    public WebhooksModule(BundleContext bundle, @Reference Purge purge) {
        this(bundle.getBundle().getVersion().toString(), purge);
    }

    WebhooksModule(String version, Purge purge) {
        this.info = new ModuleInfo(ID, "Webhooks", version, Set.of(), Set.of(READ, WRITE));
        this.purge = purge;
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
        return List.of(
                new Impact("webhook endpoints", purge.endpoints()),
                new Impact("webhook deliveries that wait to be sent", purge.pending()));
    }
}
