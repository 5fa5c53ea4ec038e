package org.bottega.core.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is written as it comes: files, and at the end the manifest with count and SHA-256 of each. */
final class Archive {

    private final ObjectMapper json = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private final ZipOutputStream zip;
    private final List<Map<String, Object>> files = new ArrayList<>();
    private Entry open;

    Archive(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** A file that is being written. */
    private static final class Entry extends FilterOutputStream {
        private final String name;
        private final MessageDigest digest = sha256();
        private long rows;
        private long bytes;

        Entry(String name, OutputStream out) {
            super(out);
            this.name = name;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            digest.update(b, off, len);
            bytes += len;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a file; the one before is done. */
    void begin(String name) throws IOException {
        end();
        zip.putNextEntry(new ZipEntry(name));
        open = new Entry(name, zip);
    }

    /** Adds a line of JSON. */
    void line(Map<String, Object> row) throws IOException {
        json.writeValue(open, row);
        open.write('\n');
        open.rows++;
    }

    /** Adds a part of a content. */
    void bytes(byte[] part) throws IOException {
        open.write(part, 0, part.length);
        open.rows++;
    }

    private void end() throws IOException {
        if (open != null) {
            open.flush();
            zip.closeEntry();
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("file", open.name);
            file.put("rows", open.rows);
            file.put("bytes", open.bytes);
            file.put("sha256", HexFormat.of().formatHex(open.digest.digest()));
            files.add(file);
            open = null;
        }
    }

    /** Ends the zip with what it tells of itself. */
    void finish(Map<String, Object> head) throws IOException {
        end();
        Map<String, Object> manifest = new LinkedHashMap<>(head);
        manifest.put("files", files);
        zip.putNextEntry(new ZipEntry("manifest.json"));
        json.writerWithDefaultPrettyPrinter().writeValue(zip, manifest);
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }
}
