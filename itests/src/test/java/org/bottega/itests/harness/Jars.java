package org.bottega.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Bundles made for tests. */
public final class Jars {

    private Jars() {}

    private static Manifest manifest(Map<String, String> headers) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        return manifest;
    }

    /** A bundle of the compiled test classes in one package, given as a path that ends with a slash. */
    public static Path ofClasses(Path jar, String packagePath, Map<String, String> headers) {
        Path classes = Home.work("test-classes").resolve(packagePath);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest(headers));
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(packagePath + file.getFileName()));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** The same bundle in another version, as if it had been built anew. */
    public static Path renewed(Path bundle, String version, Path target) {
        return new Renewal(version).of(bundle, target);
    }
}
