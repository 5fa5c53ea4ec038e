package org.bottega.sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What migrations make. */
final class Migrations {

    private static final Pattern TABLE = Pattern.compile("(?i)create table (\\w+)");

    private Migrations() {}

    /** Names of all tables of the unit. */
    static List<String> tables(String unit) {
        URL place = Migrations.class.getResource("/db/migration/" + unit);
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            List<String> tables = new ArrayList<>();
            for (Path file : files.toList()) {
                Matcher table = TABLE.matcher(Files.readString(file));
                while (table.find()) {
                    tables.add(table.group(1).toLowerCase(Locale.ROOT));
                }
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
