package org.bottega.core.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** Digests of files whose content was changed. */
final class FileDigests extends Rows {

    FileDigests(Store store) {
        super(store);
    }

    /** In the unit of work that changes the content: from now on the file has none, until it is renewed. */
    void drop(String file) {
        update("update core_file set sha256 = null where tenant_id = ? and id = ?", tenant(), file);
    }

    /** Makes those anew that were dropped, now or by an erasing that was broken off. */
    void renew(UnitOfWork unit) {
        List<String> files = unit.call(() -> query(
                "select id from core_file where tenant_id = ? and state = 'STORED' and sha256 is null",
                row -> row.string(1),
                tenant()));
        files.forEach(file -> renew(unit, file));
    }

    /** Reads the file anew, a chunk at a time. */
    private void renew(UnitOfWork unit, String file) {
        MessageDigest digest = sha256();
        int chunk = 0;
        for (List<byte[]> found = chunk(unit, file, chunk); !found.isEmpty(); found = chunk(unit, file, ++chunk)) {
            digest.update(found.get(0));
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        unit.run(() -> update("update core_file set sha256 = ? where tenant_id = ? and id = ?", sum, tenant(), file));
    }

    private List<byte[]> chunk(UnitOfWork unit, String file, int chunk) {
        return unit.call(() -> query(
                "select content from core_file_chunk where tenant_id = ? and file_id = ? and chunk = ?",
                row -> row.bytes(1),
                tenant(),
                file,
                chunk));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
