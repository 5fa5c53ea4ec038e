package org.bottega.persistence.jpa;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.openjpa.jdbc.identifier.DBIdentifier;
import org.apache.openjpa.jdbc.kernel.JDBCStore;
import org.apache.openjpa.jdbc.meta.ValueMapping;
import org.apache.openjpa.jdbc.meta.strats.AbstractValueHandler;
import org.apache.openjpa.jdbc.schema.Column;
import org.apache.openjpa.jdbc.schema.ColumnIO;
import org.apache.openjpa.meta.JavaTypes;

/** An Instant as a timestamp that holds UTC wall time, whatever the zone of the machine. */
public final class InstantHandler extends AbstractValueHandler {
    private static final long serialVersionUID = 1L;

    @Override
    public Column[] map(ValueMapping mapping, String name, ColumnIO io, boolean adapt) {
        Column column = new Column();
        column.setIdentifier(DBIdentifier.newColumn(name));
        column.setJavaType(JavaTypes.LOCAL_DATETIME);
        return new Column[] {column};
    }

    @Override
    public Object toDataStoreValue(ValueMapping mapping, Object value, JDBCStore store) {
        return value == null ? null : LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
    }

    @Override
    public Object toObjectValue(ValueMapping mapping, Object value) {
        if (value == null) {
            return null;
        }
        LocalDateTime time = value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) value;
        return time.toInstant(ZoneOffset.UTC);
    }
}
