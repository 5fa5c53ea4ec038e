package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Text sorts by code point on both databases; a PostgreSQL database that sorts otherwise is refused before it is filled. */
public final class Collation {
    private static final Set<String> BY_CODE_POINT = Set.of("C", "POSIX", "C.UTF-8", "C.utf8");

    private Collation() {}

    public static void check(Connection connection) throws SQLException {
        String query = "select datcollate from pg_database where datname = current_database()";
        try (var statement = connection.prepareStatement(query);
                var result = statement.executeQuery()) {
            result.next();
            if (!BY_CODE_POINT.contains(result.getString(1))) {
                throw new SQLException(
                        "its collation is " + result.getString(1)
                                + "; create it with: create database … template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
            }
        }
    }
}
