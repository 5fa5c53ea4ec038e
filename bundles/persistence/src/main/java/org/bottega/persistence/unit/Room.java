package org.bottega.persistence.unit;

import java.io.File;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.LongSupplier;

/**
 * Room on the disk of an embedded database. Derby does not live through a full disk: it shuts the database down in the midst
 * of what others write, at times waits for ever for one of them, and then nobody opens that database again before the
 * process ends. So it is kept from one: as long as little room is left nobody gets a connection, and who has one can finish.
 */
final class Room {

    /** So many bytes are for those who are writing already: something that writes 100 MB a second leaves them 0.6 s. */
    static final long LEAST = 64L << 20;

    /** For a database that is on no disk, or not on this machine's. */
    static final Room ENDLESS = new Room(() -> Long.MAX_VALUE);

    private final LongSupplier left;

    /** @param left counts the bytes that are left */
    Room(LongSupplier left) {
        this.left = left;
    }

    /** Around a database that Derby calls by this name; its folder need not be there yet. */
    static Room around(String name) {
        String path = name.startsWith("directory:") ? name.substring("directory:".length()) : name;
        if (path.indexOf(':') > 1) {
            return ENDLESS;
        }
        File folder = new File(path);
        String home = System.getProperty("derby.system.home");
        File place = (folder.isAbsolute() || home == null ? folder : new File(home, path)).getAbsoluteFile();
        return new Room(() -> left(place));
    }

    private static long left(File folder) {
        File there = folder;
        while (!there.exists() && there.getParentFile() != null) {
            there = there.getParentFile();
        }
        long usable = there.getUsableSpace();
        // A disk that does not tell its size does not tell either what is left of it.
        return usable == 0 && there.getTotalSpace() == 0 ? Long.MAX_VALUE : usable;
    }

    /** @throws SQLException as PostgreSQL says it of a full disk, when too little is left */
    void check() throws SQLException {
        if (left.getAsLong() < LEAST) {
            throw new SQLTransientConnectionException(
                    "there is less than " + (LEAST >> 20) + " MB of room on its disk", "53100");
        }
    }
}
