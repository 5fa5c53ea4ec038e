package org.bottega.itests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Jars;

/** The module that is measured with. */
final class BenchBundle {

    private static final String PACKAGES =
            "org.osgi.framework,org.osgi.util.tracker,org.bottega.api,org.bottega.api.spi,org.bottega.persistence,"
                    + "javax.servlet,javax.servlet.http,javax.ws.rs,javax.ws.rs.core";

    private static final List<String> RESOURCES =
            List.of("META-INF/persistence.xml", "db/migration/bench/V1__ticks.sql");

    private BenchBundle() {}

    static Path build(Path folder) {
        Path jar = Jars.ofClasses(
                folder.resolve("bench.jar"),
                "org/bottega/itests/bench/inside/",
                Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "org.bottega.itests.bench",
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", "org.bottega.itests.bench.inside.BenchActivator",
                        "Import-Package", PACKAGES,
                        "Provide-Capability", "org.bottega.event;org.bottega.event=\"bench.Ticked\""));
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            for (String resource : RESOURCES) {
                Path target = zip.getPath(resource);
                Files.createDirectories(target.getParent());
                Files.copy(Home.work("test-classes/bench").resolve(resource), target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
