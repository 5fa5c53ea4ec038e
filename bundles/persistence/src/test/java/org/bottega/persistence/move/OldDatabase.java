package org.bottega.persistence.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.bottega.persistence.tx.Dialect;
import org.bottega.persistence.unit.Migrator;

/** An embedded database on disk, with all sorts of values. */
final class OldDatabase {

    static final String ALL_SORTS = "tab\t line\n quote ' \" \\ zero-width \u200b é ß 漢 \uffff end";
    private static final Instant AT = Instant.parse("2026-03-29T01:30:00.123Z");
    static final int ROWS = 1203;

    private OldDatabase() {}

    /** Every file of it: name, length, hash. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> files = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.add(folder.relativize(file) + " " + Files.size(file) + " "
                        + Arrays.hashCode(Files.readAllBytes(file)));
            }
            return files;
        }
    }

    static void fill(Path folder) throws SQLException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(folder.toString());
        derby.setCreateDatabase("create");
        new Migrator(derby, Dialect.DERBY).migrate("probe", OldDatabase.class.getClassLoader(), null);
        try (Connection connection = derby.getConnection()) {
            connection.setAutoCommit(false);
            parcels(connection);
            lines(connection);
            try (var run = connection.createStatement()) {
                run.execute("insert into probe_setting values ('a', 'b'), ('c', null)");
                run.executeQuery("values next value for probe_seq").next();
            }
            connection.commit();
        }
    }

    private static void parcels(Connection connection) throws SQLException {
        try (PreparedStatement parcel = connection.prepareStatement(
                "insert into probe_parcel (tenant_id, id, seller_id, label, weight, sent_at, note, due_at, due_attempts,"
                        + " version) values (?, ?, 'anna', ?, ?, ?, ?, null, 3, 7)")) {
            for (int i = 0; i < ROWS; i++) {
                parcel.setString(1, i % 2 == 0 ? "acme" : "globex");
                parcel.setString(2, "P" + i);
                parcel.setString(3, "é" + i);
                parcel.setLong(4, Long.MAX_VALUE - i);
                parcel.setTimestamp(5, Timestamp.from(AT.plusMillis(i)), utc());
                parcel.setString(6, i % 3 == 0 ? null : i % 3 == 1 ? "" : ALL_SORTS);
                parcel.addBatch();
            }
            parcel.executeBatch();
        }
    }

    private static void lines(Connection connection) throws SQLException {
        try (PreparedStatement line =
                connection.prepareStatement("insert into probe_line values ('acme', ?, 'P0', ?)")) {
            byte[] bytes = new byte[300_000];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) i;
            }
            for (int i = 0; i < 20; i++) {
                line.setString(1, "L" + i);
                line.setBytes(2, i == 0 ? null : Arrays.copyOf(bytes, i == 1 ? 0 : bytes.length - i));
                line.execute();
            }
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
