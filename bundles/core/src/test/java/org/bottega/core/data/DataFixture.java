package org.bottega.core.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.platform.DataDesk;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestData;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.BeforeEach;

/** Two marketplaces, {@link Wishes} and looks into its tables. */
abstract class DataFixture extends PlatformTest {

    static final String ZOE = "zoe@example.com";
    static final String OLD = "Zoe.Quillfeather@example.org";
    static final String NAME = "Zoë O'Quill";
    static final String TAX = "QF-771-204";
    static final String ADA = "ada@example.com";

    private static TestPlatform made;
    private static int tenants;

    String a;
    String b;

    @BeforeEach
    void openData() {
        if (made != platform) {
            Wishes.create(platform, kind);
            platform.module(new Wishes(platform));
            made = platform;
        }
        a = newTenant();
        b = newTenant();
    }

    static String newTenant() {
        String id = "data" + ++tenants;
        platform.newTenant(id);
        return id;
    }

    static DataDesk desk() {
        return new TestData(platform).desk();
    }

    static <T, E extends Exception> T operator(Callers.Work<T, E> work) throws E {
        return platform.callers().as(Caller.operator(null, "op"), work);
    }

    /** Past every guard. */
    static void insert(String tenant, String table, Object... values) {
        String marks = "?, ".repeat(values.length) + '?';
        platform.as(tenant, () -> platform.unitOfWork().run(() -> {
            String sql = "insert into " + table + " values (" + marks + ')';
            try (PreparedStatement insert = platform.database().connection().prepareStatement(sql)) {
                insert.setString(1, tenant);
                for (int i = 0; i < values.length; i++) {
                    Object value = values[i] instanceof Instant at ? Timestamp.from(at) : values[i];
                    if (value instanceof byte[] bytes) {
                        insert.setBytes(i + 2, bytes);
                    } else {
                        insert.setObject(i + 2, value);
                    }
                }
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }));
    }

    /** Rows by their keys: columns joined by a bar, bytes as text. */
    static List<String> rows(String tenant, String columns, String table) {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> {
            String sql = "select " + columns + " from " + table + " where tenant_id = '" + tenant + "' order by 1, 2";
            List<String> rows = new ArrayList<>();
            try (PreparedStatement query = platform.database().connection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : "|").append(text(row, i));
                    }
                    rows.add(text.toString());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
            return rows;
        }));
    }

    private static String text(ResultSet row, int i) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT);
        if (type.equals("blob") || type.equals("bytea")) {
            byte[] bytes = row.getBytes(i);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }
        return row.getString(i);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Files of a zip in their order. */
    static Map<String, String> unzip(byte[] zip) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
