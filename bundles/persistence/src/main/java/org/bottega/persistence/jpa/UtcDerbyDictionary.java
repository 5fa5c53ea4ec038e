package org.bottega.persistence.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import org.apache.openjpa.jdbc.schema.Column;
import org.apache.openjpa.jdbc.sql.DerbyDictionary;

/**
 * Writes and reads local times through a UTC calendar. The stock dictionary goes through the machine's zone, where an hour
 * of the spring change does not exist and would be stored as the next one.
 */
@SuppressWarnings("unchecked") // a generic method of the stock dictionary
public final class UtcDerbyDictionary extends DerbyDictionary {

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }

    @Override
    public void setLocalDateTime(PreparedStatement statement, int index, LocalDateTime value, Column column)
            throws SQLException {
        statement.setTimestamp(index, Timestamp.from(value.toInstant(ZoneOffset.UTC)), utc());
    }

    @Override
    public LocalDateTime getLocalDateTime(ResultSet result, int column) throws SQLException {
        Timestamp value = result.getTimestamp(column, utc());
        return value == null ? null : LocalDateTime.ofInstant(value.toInstant(), ZoneOffset.UTC);
    }
}
