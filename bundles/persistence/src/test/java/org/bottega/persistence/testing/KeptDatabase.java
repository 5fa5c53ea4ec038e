package org.bottega.persistence.testing;

import java.nio.file.Path;
import java.util.UUID;
import org.bottega.persistence.unit.Database;

/** A database that outlives the process that uses it, so that the next one can look what was left. */
public final class KeptDatabase {

    private KeptDatabase() {}

    /** Where a new one is: Derby in a folder that is not there yet, or on the PostgreSQL server of the tests. */
    public static Database.Address make(TestDatabase.Kind kind, Path folder) {
        return kind == TestDatabase.Kind.DERBY
                ? new Database.Address("jdbc:derby:" + folder + ";create=true", "", "", "", "")
                : PostgresqlServer.create("kept_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Opens it, anew or again. */
    public static TestDatabase open(Database.Address address) {
        return new TestDatabase(address.url(), address, 8, () -> {});
    }

    /** Drops it when it is on a server; a folder is the caller's. */
    public static void drop(Database.Address address) {
        if (address.url().startsWith("jdbc:postgresql:")) {
            PostgresqlServer.drop(address.url().substring(address.url().lastIndexOf('/') + 1));
        }
    }
}
