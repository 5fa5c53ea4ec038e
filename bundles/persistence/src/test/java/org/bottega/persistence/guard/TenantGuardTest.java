package org.bottega.persistence.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The guard lets a statement through only when every tenant table in it is tied to the tenant")
class TenantGuardTest {
    private static TestDatabase database;
    private static TenantGuard guard;

    @BeforeAll
    static void open() {
        database = TestDatabase.derby();
        database.store("probe");
        guard = database.callers()
                .as(Caller.operator("acme", "test"), () -> database.unitOfWork().call(TenantGuardTest::guardOfProbe));
    }

    private static TenantGuard guardOfProbe() {
        try {
            return new TenantGuard(Tables.read(database.connection(), "probe"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @DisplayName("and knows which parameters are the tenant's")
    void parameters() {
        assertEquals(Set.of(1), guard.tenantParameters("select id from probe_parcel where tenant_id = ?"));
        assertEquals(Set.of(2), guard.tenantParameters("select id from probe_parcel where id = ? and tenant_id = ?"));
        assertEquals(
                Set.of(2), guard.tenantParameters("insert into probe_line (id, tenant_id, parcel) values (?, ?, ?)"));
        assertEquals(
                Set.of(1, 3),
                guard.tenantParameters("select id from probe_parcel where tenant_id = ? and weight > ?"
                        + " union all select id from probe_line where tenant_id = ?"));
        assertEquals(Set.of(), guard.tenantParameters("select text from probe_setting where name = ?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select t0.id from probe_parcel t0 where (t0.tenant_id = ? and t0.weight > ?) order by t0.id",
                "select id from probe_parcel where tenant_id = ? for update with rr",
                "select p.id from probe_parcel p join probe_line l on l.tenant_id = p.tenant_id where p.tenant_id = ?",
                "select p.id from probe_parcel p left join probe_line l on l.tenant_id = ? where p.tenant_id = ?",
                "select id from probe_parcel p where tenant_id = ? and exists"
                        + " (select 1 from probe_line l where l.tenant_id = p.tenant_id and l.parcel = p.id)",
                "select count(*) from (select id from probe_parcel where tenant_id = ?) x",
                "update probe_parcel set weight = ? where tenant_id = ? and id = ?",
                "delete from probe_line where tenant_id = ?",
            })
    @DisplayName("tied statements pass")
    void tied(String sql) {
        guard.tenantParameters(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from probe_parcel",
                "select id from probe_parcel where tenant_id = 'acme'",
                "select id from probe_parcel where tenant_id = ? or 1 = 1",
                "select id from probe_parcel where not (tenant_id = ?)",
                "select id from probe_parcel where (tenant_id = ? or weight > 3) and id = ?",
                "select id from probe_parcel where tenant_id <> ?",
                "select id from probe_parcel where tenant_id in (?, ?)",
                "select id from probe_parcel where tenant_id like ?",
                "select id from probe_parcel where tenant_id = tenant_id",
                "select p.id from probe_parcel p, probe_line l where p.tenant_id = ?",
                "select p.id from probe_parcel p left join probe_line l on p.tenant_id = ? and l.tenant_id = p.tenant_id",
                "select p.id from probe_parcel p right join probe_line l on l.tenant_id = ? where p.tenant_id = ?",
                "select id from probe_parcel where tenant_id = ? and id in (select parcel from probe_line)",
                "select (select max(id) from probe_line) from probe_parcel where tenant_id = ?",
                "select id from probe_parcel where tenant_id = ? union all select id from probe_line",
                "select count(*) from (select id from probe_parcel) x",
                "select id from probe_parcel where tenant_id = ? order by (select max(id) from probe_line)",
                "with x as (select id from probe_parcel) select id from x",
                "update probe_parcel set weight = 1",
                "update probe_parcel set tenant_id = ? where tenant_id = ?",
                "update probe_parcel set weight = (select max(weight) from probe_parcel) where tenant_id = ?",
                "delete from probe_line where id = ?",
                "insert into probe_line (id, parcel) values (?, ?)",
                "insert into probe_line values (?, ?, ?, ?)",
                "insert into probe_line (tenant_id, id, parcel) values ('acme', ?, ?)",
                "insert into probe_line (tenant_id, id, parcel) select tenant_id, id, parcel from probe_line",
                "truncate table probe_line",
                "drop table probe_line",
                "select id from other_table where tenant_id = ?",
                "select tablename from sys.systables",
                "values 1",
                "call syscs_util.syscs_checkpoint_database()",
                "select set_config('app.tenant_id', 'globex', true)",
                "nonsense",
            })
    @DisplayName("everything else is refused")
    void refused(String sql) {
        assertThrows(StatementRefused.class, () -> guard.tenantParameters(sql));
    }
}
