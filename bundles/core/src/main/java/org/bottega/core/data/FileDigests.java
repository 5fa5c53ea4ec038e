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

    /** Reads the file anew, a chunk at a time. */
    void renew(UnitOfWork unit, String file) {
        MessageDigest digest = sha256();
        int chunk = 0;
        for (List<byte[]> found = chunk(unit, file, chunk); !found.isEmpty(); found = chunk(unit, file, ++chunk)) {
            digest.update(found.get(0));
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        unit.run(() -> update(
                "update core_file set sha256 = ? where tenant_id = ? and id = ? and sha256 is not null",
                sum,
                tenant(),
                file));
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
