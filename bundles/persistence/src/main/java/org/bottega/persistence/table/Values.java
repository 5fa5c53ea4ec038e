package org.bottega.persistence.table;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;

/** Values between rows and Java, the same on both databases: instants to the millisecond, in UTC. */
public final class Values {

    private Values() {}

    public static Object[] row(ResultSet result, List<Column> columns) throws SQLException {
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = read(result, i + 1, columns.get(i).kind());
        }
        return row;
    }

    private static Object read(ResultSet result, int place, Kind kind) throws SQLException {
        Object value =
                switch (kind) {
                    case TEXT -> result.getString(place);
                    case NUMBER -> result.getLong(place);
                    case FLAG -> result.getBoolean(place);
                    case INSTANT -> instant(result.getTimestamp(place, utc()));
                    case BYTES -> result.getBytes(place);
                    default -> throw new IllegalArgumentException(kind.name());
                };
        return result.wasNull() ? null : value;
    }

    private static Instant instant(Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    public static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof Instant at) {
            statement.setTimestamp(place, Timestamp.from(at), utc());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else {
            statement.setObject(place, value);
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
