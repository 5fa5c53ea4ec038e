package org.bottega.itests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A built bundle's next version, made from its jar: other headers, more entries, some with another text. */
public final class Renewal {

    private final Map<String, UnaryOperator<String>> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, UnaryOperator<String>> edits = new TreeMap<>();

    /** With this version, and else unchanged so far. */
    public Renewal(String version) {
        headers.put("Bundle-Version", old -> version);
    }

    /** One more element of a header that is a list. */
    public Renewal append(String header, String element) {
        headers.merge(header, old -> old + "," + element, (one, other) -> old -> other.apply(one.apply(old)));
        return this;
    }

    /** An entry of its own. */
    public Renewal add(String entry, String text) {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Another text for an entry that is there. */
    public Renewal edit(String entry, UnaryOperator<String> change) {
        edits.put(entry, change);
        return this;
    }

    /** The compiled test classes of one package, given as a path that ends with a slash. */
    public Renewal addClasses(String packagePath) {
        try (Stream<Path> files = Files.list(Home.work("test-classes").resolve(packagePath))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(packagePath + file.getFileName(), Files.readAllBytes(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A component, described in the words of Declarative Services, that the bundle has besides. */
    public Renewal addComponent(String name, String description) {
        String entry = "OSGI-INF/" + name + ".xml";
        return add(entry, description).append("Service-Component", entry);
    }

    /** Writes the jar. */
    public Path of(Path bundle, Path target) {
        try (JarFile in = new JarFile(bundle.toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            var attributes = manifest.getMainAttributes();
            headers.forEach((name, change) -> attributes.putValue(name, change.apply(attributes.getValue(name))));
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (JarEntry entry : in.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !entries.containsKey(entry.getName())) {
                        write(out, entry.getName(), content(in, entry));
                    }
                }
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    write(out, entry.getKey(), entry.getValue());
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(JarFile in, JarEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream stream = in.getInputStream(entry)) {
            stream.transferTo(bytes);
        }
        UnaryOperator<String> edit = edits.get(entry.getName());
        if (edit == null) {
            return bytes.toByteArray();
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        String edited = edit.apply(text);
        if (edited.equals(text)) {
            throw new AssertionError(entry.getName() + " stays as it was: " + text);
        }
        return edited.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
    }
}
