package org.bottega.core.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Kept;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.Traces;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;

/** A module of the tests: persons, addresses they had before, their wishes, pictures, and albums in parts. */
final class Wishes implements BusinessModule {

    private static final ModuleInfo INFO = new ModuleInfo("wishes", "Wishes", "1.0.0", Set.of(), Set.of());

    private static final List<String> TABLES = List.of(
            "person (tenant_id varchar(30) not null, id varchar(26) not null, email varchar(254) not null,"
                    + " name varchar(100), tax_id varchar(20) not null, code varchar(10), joined $instant,"
                    + " version bigint not null, constraint wishes_person_pk primary key (tenant_id, id))",
            "former (tenant_id varchar(30) not null, id varchar(26) not null, person_id varchar(26) not null,"
                    + " old_email varchar(254) not null, constraint wishes_former_pk primary key (tenant_id, id),"
                    + " constraint wishes_former_fk foreign key (tenant_id, person_id)"
                    + " references wishes_person (tenant_id, id))",
            "wish (tenant_id varchar(30) not null, id varchar(26) not null, person_id varchar(26), who varchar(60),"
                    + " title varchar(40) not null, words $text, seen boolean, cents bigint,"
                    + " constraint wishes_wish_pk primary key (tenant_id, id))",
            "photo (tenant_id varchar(30) not null, id varchar(26) not null, taker varchar(254), picture $bytes,"
                    + " secret_word varchar(30), constraint wishes_photo_pk primary key (tenant_id, id))",
            "part (tenant_id varchar(30) not null, album varchar(26) not null, part integer not null,"
                    + " content $bytes not null, constraint wishes_part_pk primary key (tenant_id, album, part))");

    private final TestPlatform platform;

    Wishes(TestPlatform platform) {
        this.platform = platform;
    }

    static void create(TestPlatform platform, TestDatabase.Kind kind) {
        boolean derby = kind == TestDatabase.Kind.DERBY;
        try (Connection owner = platform.database().owner();
                Statement statement = owner.createStatement()) {
            for (String table : TABLES) {
                statement.execute("create table wishes_"
                        + table.replace("$instant", derby ? "timestamp" : "timestamp(3)")
                                .replace("$text", derby ? "clob" : "text")
                                .replace("$bytes", derby ? "blob" : "bytea"));
                if (!derby) {
                    String name = table.substring(0, table.indexOf(' '));
                    statement.execute("grant select, insert, update, delete on wishes_" + name + " to public");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ModuleInfo info() {
        return INFO;
    }

    @Override
    public Traces traces(String email) {
        String found = "wishes_person p where p.tenant_id = ? and p.email = ?";
        Set<String> marks = new HashSet<>(query("p.tax_id from " + found, email));
        marks.addAll(query(
                "f.old_email from wishes_former f join wishes_person p on p.tenant_id = f.tenant_id"
                        + " and p.id = f.person_id where p.tenant_id = ? and p.email = ?",
                email));
        return new Traces(
                marks,
                new HashSet<>(query("p.name from " + found, email)),
                new HashSet<>(query("p.id from " + found, email)));
    }

    @Override
    public List<Kept> erase(Traces person) {
        long wishes = 0;
        for (String id : person.ids()) {
            wishes += query("id from wishes_wish where tenant_id = ? and person_id = ?", id)
                    .size();
        }
        return wishes == 0 ? List.of() : List.of(new Kept("wishes", wishes, "somebody may still fulfil them"));
    }

    /** Past every guard, since no unit has these tables. */
    private List<String> query(String what, String value) {
        String sql = "select " + what;
        try (PreparedStatement query = platform.database().connection().prepareStatement(sql)) {
            query.setString(1, platform.callers().current().tenant());
            query.setString(2, value);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
