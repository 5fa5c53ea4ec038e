package org.bottega.persistence.probe;

import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** Plain SQL as the platform writes it, and as nobody may. */
public final class Lines extends Rows {

    public Lines(Store store) {
        super(store);
    }

    public void add(List<String> ids, String parcel) {
        batch(
                "insert into probe_line (tenant_id, id, parcel, content) values (?, ?, ?, ?)",
                ids.stream()
                        .map(id -> new Object[] {tenant(), id, parcel, new byte[] {1, 2}})
                        .toList());
    }

    public List<String> ids(int limit) {
        return query(
                "select id from probe_line where tenant_id = ? order by id fetch first ? rows only",
                row -> row.string(1),
                tenant(),
                limit);
    }

    public int run(String sql, Object... args) {
        return update(sql, args);
    }

    public List<String> read(String sql, Object... args) {
        return query(sql, row -> row.string(1), args);
    }

    public long number() {
        return next("probe_seq");
    }
}
