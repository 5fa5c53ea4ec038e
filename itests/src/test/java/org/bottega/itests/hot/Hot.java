package org.bottega.itests.hot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Outcome;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;

/** The one platform whose bundles these tests replace: made at first use. */
final class Hot {

    private static final Platform PLATFORM = start();

    private Hot() {}

    private static Platform start() {
        Platform platform = new Platform("hot").start();
        platform.console()
                .run("bundle:install -s " + Home.bundle("hello").toUri())
                .ok();
        platform.probe();
        return platform;
    }

    static Platform platform() {
        return PLATFORM;
    }

    /** A marketplace with all modules on. */
    static Shop shop(String tenant) {
        return Shop.open(PLATFORM, List.of("sales", "webhooks", "hello"), tenant)
                .get(0);
    }

    /** Clients made by a supplier. */
    static List<Load.Client> clients(int number, Supplier<Load.Client> maker) {
        return Stream.generate(maker).limit(number).toList();
    }

    /** Runs commands of the console. */
    static Outcome run(String... commands) {
        return PLATFORM.console().run(commands);
    }

    /** Replaces a bundle by what is in a jar. */
    static String update(String bundle, Path jar) {
        return "bundle:update org.bottega." + bundle + " " + jar.toUri();
    }

    /** Writes down what requests met between two instants, for whoever wants to know the figures. */
    static void tell(String what, List<Load.Met> some) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d requests, median %d ms, p99 %d ms, longest %d ms; %s"
                .formatted(
                        what,
                        some.size(),
                        Load.percentile(some, 50),
                        Load.percentile(some, 99),
                        Load.percentile(some, 100),
                        Load.counts(some)));
        tell(lines);
    }

    static void tell(List<String> lines) {
        try {
            Files.write(Home.work("hot-measured.txt"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
