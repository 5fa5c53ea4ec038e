package org.bottega.prove;

import java.lang.reflect.Method;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.pitest.testapi.Description;
import org.pitest.testapi.ResultCollector;
import org.pitest.testapi.TestUnit;

/** One method; it fails with the first of its failures. */
final class JupiterTest implements TestUnit {

    private final MethodSelector test;
    private final Description description;
    private final Launcher launcher;

    JupiterTest(Method method, Class<?> type, Launcher launcher) {
        test = DiscoverySelectors.selectMethod(type, method);
        description = new Description(
                type.getName() + '.' + method.getName() + '(' + test.getParameterTypeNames() + ')', type);
        this.launcher = launcher;
    }

    @Override
    public Description getDescription() {
        return description;
    }

    @Override
    public void execute(ResultCollector results) {
        Failure failure = new Failure();
        results.notifyStart(description);
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request().selectors(test).build(), failure);
        if (failure.first == null) {
            results.notifyEnd(description);
        } else {
            results.notifyEnd(description, failure.first);
        }
    }

    private static final class Failure implements TestExecutionListener {
        private Throwable first;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (first == null && result.getStatus() == TestExecutionResult.Status.FAILED) {
                first = result.getThrowable().orElseGet(() -> new AssertionError(test.getDisplayName()));
            }
        }
    }
}
