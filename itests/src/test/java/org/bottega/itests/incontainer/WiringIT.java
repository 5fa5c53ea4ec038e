package org.bottega.itests.incontainer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.HealthCheck;
import org.bottega.api.spi.RestResource;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Seen from inside: everything resolves, starts and is wired. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class WiringIT {

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Configuration
    public Option[] configuration() {
        return Container.options();
    }

    @Test
    public void everyFeatureOfOursInstalls() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Feature feature : features.listFeatures()) {
            if (feature.getName().startsWith("bottega-") || feature.getName().startsWith("third-party-")) {
                features.installFeature(feature.getId());
                if (!features.isInstalled(feature)) {
                    missing.add(feature.getId());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(features.isInstalled(features.getFeature("bottega-sales")));
    }

    @Test
    public void everyBundleIsActive() throws InterruptedException {
        BlockingQueue<BundleEvent> changes = new LinkedBlockingQueue<>();
        context.addBundleListener(changes::add);
        List<String> idle = idle();
        while (!idle.isEmpty() && changes.poll(20, TimeUnit.SECONDS) != null) {
            idle = idle();
        }
        assertEquals(List.of(), idle);
    }

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(b -> b.getState() != Bundle.ACTIVE)
                .map(b -> b.getSymbolicName() + " " + b.getState())
                .toList();
    }

    @Test
    public void everyModuleOffersItsServices() throws Exception {
        Set<String> modules = new TreeSet<>();
        for (ServiceReference<BusinessModule> reference : context.getServiceReferences(BusinessModule.class, null)) {
            modules.add(context.getService(reference).info().id());
        }
        Set<String> rest = new TreeSet<>();
        for (ServiceReference<RestResource> reference : context.getServiceReferences(RestResource.class, null)) {
            rest.add(context.getService(reference).module());
        }
        assertEquals(Set.of("sales", "ticketing", "webhooks"), modules);
        assertEquals(Set.of("core", "sales", "ticketing", "webhooks"), rest);
        for (String service : List.of("UnitOfWork", "Callers", "Events", "Mailer", "Audit", "Sellers", "Ids")) {
            assertNotNull(service, context.getServiceReference("org.bottega.api." + service));
        }
        assertNotNull(context.getServiceReference("java.time.Clock"));
    }

    @Test
    public void readinessKnowsOfTheStart() throws Exception {
        List<String> failures = new ArrayList<>();
        for (ServiceReference<HealthCheck> reference : context.getServiceReferences(HealthCheck.class, null)) {
            HealthCheck check = context.getService(reference);
            if (check.name().equals("start")) {
                failures.add(check.failure().orElse("none"));
            }
        }
        assertEquals(List.of("none"), failures);
    }

    @Test
    public void everyExportedPackageOfOursHasAVersion() {
        Set<String> exported = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.bottega.")) {
                for (BundleCapability capability : bundle.adapt(BundleRevision.class)
                        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                    String name = String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
                    Object version = capability.getAttributes().get("version");
                    assertFalse(name, Version.emptyVersion.equals(version));
                    exported.add(name);
                }
            }
        }
        Set<String> expected = Set.of(
                "org.bottega.api",
                "org.bottega.api.platform",
                "org.bottega.api.spi",
                "org.bottega.persistence",
                "org.bottega.sales.api",
                "org.bottega.ticketing.api");
        assertEquals(
                expected.stream().sorted().collect(Collectors.toList()),
                exported.stream().sorted().toList());
    }
}
