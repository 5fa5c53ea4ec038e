package org.bottega.prove;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;
import org.pitest.testapi.TestUnitFinder;

/** A test is a method, with all its parameters if it has some. */
final class JupiterTests implements TestUnitFinder {

    private final Launcher launcher = LauncherFactory.create();

    @Override
    public List<TestUnit> findTestUnits(Class<?> type, TestUnitExecutionListener listener) {
        if (type.getEnclosingClass() != null || Modifier.isAbstract(type.getModifiers())) {
            return List.of();
        }
        TestPlan plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(type))
                .build());
        List<TestUnit> found = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(JupiterTests::isMethod)
                .<TestUnit>map(method -> new JupiterTest(method, type, launcher))
                .toList();
        if (!found.isEmpty()) {
            prepare(type);
        }
        return found;
    }

    private static boolean isMethod(TestIdentifier found) {
        return found.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    /** What tests share is made here, before anything is mutated: made by a mutant it would betray all others too. */
    private static void prepare(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            System.getLogger("prove").log(System.Logger.Level.DEBUG, "{0} is left to JUnit: {1}", type, e);
        }
    }
}
