package org.bottega.prove;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.help.PitHelpError;
import org.pitest.testapi.Configuration;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.testapi.TestPluginFactory;
import org.pitest.testapi.TestSuiteFinder;
import org.pitest.testapi.TestUnitFinder;

/** Registered in {@code META-INF/services}; groups, chosen methods and runners are not supported. */
public final class ProveFactory implements TestPluginFactory {

    @Override
    public Configuration createTestFrameworkConfiguration(
            TestGroupConfig groups,
            ClassByteArraySource source,
            Collection<String> runners,
            Collection<String> methods) {
        return new Prove();
    }

    @Override
    public String name() {
        return "prove";
    }

    @Override
    public String description() {
        return "Finds JUnit's tests without running them";
    }

    private static final class Prove implements Configuration {
        private final JupiterTests tests = new JupiterTests();

        @Override
        public TestUnitFinder testUnitFinder() {
            return tests;
        }

        @Override
        public TestSuiteFinder testSuiteFinder() {
            return type -> List.of();
        }

        @Override
        public Optional<PitHelpError> verifyEnvironment() {
            return Optional.empty();
        }
    }
}
