package org.bottega.persistence.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What holds for all tables of tenants in a PostgreSQL database, looked up in its catalog as the owner. */
public final class TenantTables {
    private static final String PARTED = "parted";
    private static final int PARTITIONS = 4;
    private static final String TENANT_TABLE =
            """
            c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (select 1 from pg_attribute a
              where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)""";

    private final TestDatabase database;

    /** Of a database whose units are open. */
    public TenantTables(TestDatabase database) {
        this.database = database;
    }

    /** Names of all of them. */
    public List<String> names() throws SQLException {
        return read("select c.relname from pg_class c where " + TENANT_TABLE + " order by 1");
    }

    /** Names of those where row-level security is not both enabled and forced, or which lack the run-time user's policy. */
    public List<String> unlocked() throws SQLException {
        return read("select c.relname from pg_class c where " + TENANT_TABLE
                + " and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p"
                + " where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive and p.polroles ="
                + " array(select r.oid from pg_roles r where r.rolname = '"
                + database.address().user() + "')"
                + " and pg_get_expr(p.polqual, c.oid) = pg_get_expr(p.polwithcheck, c.oid)"
                + " and pg_get_expr(p.polqual, c.oid) ="
                + " '((tenant_id)::text = current_setting(''app.tenant_id''::text, true))')) order by 1");
    }

    /**
     * Makes all tables once more, in a schema of their own: those of tenants partitioned by the hash of {@code tenant_id}, with
     * every key, index and foreign key. PostgreSQL refuses a key that lacks the tenant.
     *
     * @return how many keys the partitioned tables have: primary, unique and foreign ones
     */
    public int partition() throws SQLException {
        List<String> statements = new ArrayList<>(List.of("create schema " + PARTED));
        String all = "select format(case when " + TENANT_TABLE.replace("%", "%%") + " then"
                + " 'create table parted.%1$I (like public.%1$I including all) partition by hash (tenant_id)'"
                + " else 'create table parted.%1$I (like public.%1$I including all)' end, c.relname) from pg_class c"
                + " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1";
        statements.addAll(read(all));
        for (String table : names()) {
            for (int i = 0; i < PARTITIONS; i++) {
                statements.add("create table parted." + table + "_" + i + " partition of parted." + table
                        + " for values with (modulus " + PARTITIONS + ", remainder " + i + ")");
            }
        }
        statements.addAll(read("select format('alter table parted.%I add constraint %I %s', c.relname, k.conname,"
                + " replace(pg_get_constraintdef(k.oid), 'REFERENCES ', 'REFERENCES parted.'))"
                + " from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and "
                + TENANT_TABLE));
        try (Connection owner = database.owner();
                Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return keys(PARTED);
    }

    /** How many keys the tenants' tables have: primary, unique and foreign ones. */
    public int keys() throws SQLException {
        return keys("public");
    }

    private int keys(String schema) throws SQLException {
        return Integer.parseInt(read("select count(*) from pg_constraint k join pg_class t on t.oid = k.conrelid"
                        + " where k.contype in ('p', 'u', 'f') and k.conparentid = 0 and t.relnamespace = '" + schema
                        + "'::regnamespace and t.relname in (select c.relname from pg_class c where " + TENANT_TABLE
                        + ")")
                .get(0));
    }

    private List<String> read(String sql) throws SQLException {
        try (Connection owner = database.owner();
                Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }
}
