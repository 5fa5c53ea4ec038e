package org.bottega.persistence;

import java.sql.SQLException;

/** A statement failed; the unit of work decides what that means. */
final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(String sql, SQLException cause) {
        super(sql, cause);
    }
}
