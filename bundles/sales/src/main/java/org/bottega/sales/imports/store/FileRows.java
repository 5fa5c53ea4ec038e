package org.bottega.sales.imports.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.imports.csv.LineError;

/** Files as they came, in pieces, and what is wrong with lines of them. */
public final class FileRows extends Rows {

    FileRows(Store store) {
        super(store);
    }

    /** Keeps a piece; they count from 0. */
    public void add(String id, String seller, int part, byte[] content) {
        update(
                "insert into sales_import_chunk (tenant_id, import_id, part, seller_id, content) values (?, ?, ?, ?, ?)",
                tenant(),
                id,
                part,
                seller,
                content);
    }

    /** A piece, or empty behind the last. */
    public Optional<byte[]> find(String id, int part) {
        List<byte[]> found = query(
                "select content from sales_import_chunk where tenant_id = ? and import_id = ? and part = ?",
                row -> row.bytes(1),
                tenant(),
                id,
                part);
        return found.stream().findFirst();
    }

    /** Notes why lines were not taken: a row each, with an id of {@code ids}. */
    public void addErrors(String id, String seller, List<LineError> errors, Supplier<String> ids) {
        List<Object[]> rows = new ArrayList<>();
        for (LineError error : errors) {
            rows.add(new Object[] {
                tenant(), ids.get(), seller, id, error.line(), error.field(), error.code(), error.detail()
            });
        }
        batch(
                "insert into sales_import_error (tenant_id, id, seller_id, import_id, line, field, code, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Removes the file. */
    public void removeAll(String id) {
        update("delete from sales_import_chunk where tenant_id = ? and import_id = ?", tenant(), id);
    }
}
