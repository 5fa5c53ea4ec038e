package org.bottega.core.testing;

import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Base of tests that run on each kind of database; the tests of a class share one platform, so each has its own tenants. */
@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
public abstract class PlatformTest {

    /** The platform of the kind of database at hand. */
    protected static TestPlatform platform;

    /** The kind of database at hand. */
    @Parameter
    protected TestDatabase.Kind kind;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase.Kind kind) {
        platform = TestPlatform.on(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        platform.close();
    }

    /** The problem that {@code work} is refused with. */
    protected static Problem refused(Executable work) {
        return Assertions.assertThrows(Problem.class, work);
    }

    /** A module with the permissions {@code <id>:read} and {@code <id>:write} that does nothing. */
    protected static BusinessModule module(String id, String... requires) {
        ModuleInfo info =
                new ModuleInfo(id, "The " + id, "1.0.0", Set.of(requires), Set.of(id + ":read", id + ":write"));
        return () -> info;
    }
}
