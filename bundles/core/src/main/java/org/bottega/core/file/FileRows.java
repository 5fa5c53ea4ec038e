package org.bottega.core.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.platform.FileDesk.Line;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/**
 * The tables {@code core_file}, {@code core_file_chunk}, {@code core_file_usage}. A file is OPEN while it comes in, then
 * STORED, and GONE until its chunks are cleared away. Methods need an open unit of work.
 */
final class FileRows extends Rows {

    private static final String USAGE = "files";
    private static final String STORED =
            """
            select id, name, content_type, bytes, sha256, stored_at, module from core_file
            where tenant_id = ? and state = 'STORED'""";

    FileRows(Store store) {
        super(store);
    }

    String owner() {
        return tenant();
    }

    boolean hasUsage() {
        return !usage().isEmpty();
    }

    void addUsage() {
        update("insert into core_file_usage (tenant_id, id, used) values (?, ?, 0)", tenant(), USAGE);
    }

    long used() {
        return usage().stream().findFirst().orElse(0L);
    }

    private List<Long> usage() {
        return query(
                "select used from core_file_usage where tenant_id = ? and id = ?",
                row -> row.number(1),
                tenant(),
                USAGE);
    }

    /** Takes bytes of the quota, for which its row is locked to the end of the unit. False: they do not fit. */
    boolean take(long bytes, long quota) {
        return update(
                        "update core_file_usage set used = used + ? where tenant_id = ? and id = ? and used <= ?",
                        bytes,
                        tenant(),
                        USAGE,
                        quota - bytes)
                == 1;
    }

    private void give(long bytes) {
        update("update core_file_usage set used = used - ? where tenant_id = ? and id = ?", bytes, tenant(), USAGE);
    }

    void open(StoredFile file, String module, Instant due) {
        update(
                "insert into core_file (tenant_id, id, module, name, content_type, state, bytes, stored_at, due_at)"
                        + " values (?, ?, ?, ?, ?, 'OPEN', 0, ?, ?)",
                tenant(),
                file.id(),
                module,
                file.name(),
                file.contentType(),
                file.storedAt(),
                due);
    }

    /** Adds a chunk to an open file. False: it is not open any more. */
    boolean add(String id, int chunk, byte[] content) {
        int open = update(
                "update core_file set bytes = bytes + ? where tenant_id = ? and id = ? and state = 'OPEN'",
                content.length,
                tenant(),
                id);
        if (open == 1) {
            update(
                    "insert into core_file_chunk (tenant_id, file_id, chunk, content) values (?, ?, ?, ?)",
                    tenant(),
                    id,
                    chunk,
                    content);
        }
        return open == 1;
    }

    boolean close(String id, String sha256) {
        return update(
                        "update core_file set state = 'STORED', sha256 = ?, due_at = null"
                                + " where tenant_id = ? and id = ? and state = 'OPEN'",
                        sha256,
                        tenant(),
                        id)
                == 1;
    }

    Optional<StoredFile> find(String id) {
        return query(STORED + " and id = ?", FileRows::file, tenant(), id).stream()
                .findFirst();
    }

    /** A page, newest first. */
    List<Line> list(String module, String before, int limit) {
        String order = " order by id desc fetch first ? rows only";
        return module == null
                ? query(STORED + " and id < ?" + order, FileRows::line, tenant(), before, limit)
                : query(STORED + " and id < ? and module = ?" + order, FileRows::line, tenant(), before, module, limit);
    }

    Optional<byte[]> chunk(String id, int chunk) {
        return query(
                        "select content from core_file_chunk where tenant_id = ? and file_id = ? and chunk = ?",
                        row -> row.bytes(1),
                        tenant(),
                        id,
                        chunk)
                .stream()
                .findFirst();
    }

    /** Ends a file that is open or stored, and gives its bytes back. False: there is none. */
    boolean end(String id, Instant now) {
        List<Long> bytes = query(
                "select bytes from core_file where tenant_id = ? and id = ? and state <> 'GONE'",
                row -> row.number(1),
                tenant(),
                id);
        int ended = update(
                "update core_file set state = 'GONE', due_at = ?, due_attempts = 0"
                        + " where tenant_id = ? and id = ? and state <> 'GONE'",
                now,
                tenant(),
                id);
        if (ended == 1) {
            give(bytes.get(0));
        }
        return ended == 1;
    }

    long count(String module) {
        return query(
                        "select count(*) from core_file where tenant_id = ? and module = ? and state <> 'GONE'",
                        row -> row.number(1),
                        tenant(),
                        module)
                .get(0);
    }

    /** Ids of a module's files, some of them. */
    List<String> of(String module, int limit) {
        return query(
                "select id from core_file where tenant_id = ? and module = ? and state <> 'GONE'"
                        + " order by id fetch first ? rows only",
                row -> row.string(1),
                tenant(),
                module,
                limit);
    }

    /** Removes some chunks of a file that is gone, at last the file itself. True: there is more. */
    boolean clear(String id, int limit) {
        List<Object[]> chunks = query(
                "select chunk from core_file_chunk where tenant_id = ? and file_id = ? order by chunk"
                        + " fetch first ? rows only",
                row -> new Object[] {tenant(), id, (int) row.number(1)},
                tenant(),
                id,
                limit);
        if (chunks.isEmpty()) {
            update("delete from core_file where tenant_id = ? and id = ? and state = 'GONE'", tenant(), id);
            return false;
        }
        batch("delete from core_file_chunk where tenant_id = ? and file_id = ? and chunk = ?", chunks);
        return true;
    }

    private static StoredFile file(Row row) {
        return new StoredFile(
                row.string(1), row.string(2), row.string(3), row.number(4), row.string(5), row.instant(6));
    }

    private static Line line(Row row) {
        return new Line(file(row), row.string(7));
    }
}
