package org.bottega.persistence.unit;

import java.io.IOException;
import java.net.URL;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bottega.api.spi.HealthCheck;
import org.bottega.persistence.Store;
import org.bottega.persistence.Stores;
import org.bottega.persistence.jpa.EntityUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the unit of every started bundle that has one, and offers its {@link Store}. A unit that fails (a broken migration,
 * a wrong mapping) leaves the others unharmed and is told by the health check {@code unit:<name>}.
 */
final class UnitExtender extends BundleTracker<UnitExtender.Unit> implements SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnitExtender.class);
    private static final String DESCRIPTION = "META-INF/persistence.xml";

    /** The unit of the platform itself. */
    private static final String PLATFORM = "core";

    private final Database database;
    private final BundleContext context;
    private final Map<Long, ClassLoader> loaders = new ConcurrentHashMap<>();

    UnitExtender(BundleContext context, Database database) {
        super(context, Bundle.ACTIVE, null);
        this.context = context;
        this.database = database;
    }

    /** An open unit, or one that failed: then {@code open} is null. */
    record Unit(Database.OpenUnit open, ServiceRegistration<?> service) {}

    @Override
    public Unit addingBundle(Bundle bundle, BundleEvent event) {
        URL description = bundle.getEntry(DESCRIPTION);
        return description == null ? null : open(bundle, description);
    }

    private Unit open(Bundle bundle, URL description) {
        String name = bundle.getSymbolicName();
        long begun = System.nanoTime();
        Database.OpenUnit open = null;
        try {
            UnitDescription unit = UnitDescription.read(description);
            name = unit.name();
            BundleScripts scripts = new BundleScripts(bundle, "db/migration/" + name);
            open = database.open(unit, new UnitLoader(bundle, context.getBundle()), scripts);
            loaders.put(bundle.getBundleId(), bundle.adapt(BundleWiring.class).getClassLoader());
            Store store = Stores.of(open, database.callers());
            Dictionary<String, Object> properties = new Hashtable<>(Map.of(Store.UNIT, name));
            LOG.info("Unit {} is open after {} ms", name, (System.nanoTime() - begun) / 1_000_000);
            return new Unit(open, context.registerService(Store.class, store, properties));
        } catch (IOException | RuntimeException e) {
            LOG.error("Unit {} cannot be opened; its module stays away", name, e);
            if (open != null) {
                open.close();
            }
            // Without the platform's own tables nothing can be served; without a module's, all others can.
            Dictionary<String, Object> properties =
                    new Hashtable<>(Map.of(Store.UNIT, name, "ready", PLATFORM.equals(name)));
            return new Unit(null, context.registerService(HealthCheck.class, failed(name, e), properties));
        }
    }

    private static HealthCheck failed(String unit, Exception failure) {
        String told = oneLine(String.valueOf(failure.getMessage()));
        return new HealthCheck() {
            @Override
            public String name() {
                return "unit:" + unit;
            }

            @Override
            public Optional<String> failure() {
                return Optional.of(told);
            }
        };
    }

    /** Flyway tells over many lines, under a line of dashes, what was wrong with which statement. */
    static String oneLine(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty() && !line.matches("-+"))
                .collect(Collectors.joining("; "));
    }

    /** A bundle that is refreshed or uninstalled gets a new class loader, if any; the old one must not be held. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNRESOLVED) {
            ClassLoader gone = loaders.remove(event.getBundle().getBundleId());
            if (gone != null) {
                EntityUnit.forgetClasses(gone);
            }
        }
    }

    @Override
    public void open() {
        context.addBundleListener(this);
        super.open();
    }

    @Override
    public void close() {
        super.close();
        context.removeBundleListener(this);
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Unit unit) {
        unit.service().unregister();
        if (unit.open() != null) {
            unit.open().close();
        }
    }
}
