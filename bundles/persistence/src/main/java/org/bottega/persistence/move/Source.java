package org.bottega.persistence.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.persistence.TenantTables.Table;
import org.bottega.persistence.table.TableReader;
import org.bottega.persistence.table.Values;

/** The Derby database that is read, and never written. */
final class Source {

    private final Connection connection;

    Source(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    /** Takes rows one by one. */
    interface Sink {
        void take(Object[] row) throws SQLException;
    }

    List<Table> tables() throws SQLException {
        return TableReader.read(connection);
    }

    void read(Table table, Sink sink) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select " + Target.names(table) + " from " + table.name())) {
            while (rows.next()) {
                sink.take(Values.row(rows, table.columns()));
            }
        }
        connection.commit();
    }

    Sum sum(Table table) throws SQLException {
        Sum sum = new Sum();
        read(table, sum::add);
        return sum;
    }

    long count(Table table) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select count(*) from " + table.name())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Sequences, and the number that each gives next. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        String sql =
                "select sequencename, syscs_util.syscs_peek_at_sequence('APP', sequencename) from sys.syssequences s"
                        + " join sys.sysschemas c on c.schemaid = s.schemaid where c.schemaname = 'APP'";
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            while (rows.next()) {
                next.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getLong(2));
            }
        }
        return next;
    }
}
