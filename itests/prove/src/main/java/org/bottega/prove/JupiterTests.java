package org.bottega.prove;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherFactory;
import org.pitest.testapi.Description;
import org.pitest.testapi.ResultCollector;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;
import org.pitest.testapi.TestUnitFinder;

/** A test is a method, with all its parameters, and those of its class, if it has some. */
final class JupiterTests implements TestUnitFinder {

    private final Launcher launcher = LauncherFactory.create();
    private boolean warm;

    @Override
    public List<TestUnit> findTestUnits(Class<?> type, TestUnitExecutionListener listener) {
        if (type.getEnclosingClass() != null || Modifier.isAbstract(type.getModifiers())) {
            return List.of();
        }
        List<TestUnit> found = ReflectionSupport.findMethods(
                        type,
                        method -> AnnotationSupport.isAnnotated(method, Testable.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .<TestUnit>map(method -> new JupiterTest(method, type, launcher))
                .toList();
        if (!found.isEmpty()) {
            prepare(type);
            warmUp(found.get(0));
        }
        return found;
    }

    /** The first test of a process pays for what all need, such as a database to copy: no mutant is to time out for it. */
    private void warmUp(TestUnit first) {
        if (!warm) {
            warm = true;
            first.execute(new Deaf());
        }
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

    /** Does not care how a test ends; PIT runs it again and does. */
    private static final class Deaf implements ResultCollector {
        @Override
        public void notifyStart(Description test) {}

        @Override
        public void notifyEnd(Description test) {}

        @Override
        public void notifyEnd(Description test, Throwable failure) {}

        @Override
        public void notifySkipped(Description test) {}

        @Override
        public boolean shouldExit() {
            return false;
        }
    }
}
