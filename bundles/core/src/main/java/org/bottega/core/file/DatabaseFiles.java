package org.bottega.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.Callers;
import org.bottega.api.Files;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Policies;
import org.bottega.api.Problem;
import org.bottega.api.platform.FileDesk;
import org.bottega.core.base.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files in chunks in the database. At most one chunk of a file is in memory. */
@Component(service = {Files.class, FileDesk.class})
public final class DatabaseFiles implements Files, FileDesk {

    /** Bytes of a chunk; the last one of a file has fewer. */
    static final int CHUNK = 256 * 1024;

    /** Sorts behind all ids. */
    private static final String LAST = "~";

    private final FileStore store;
    private final Policies policies;
    private final Callers callers;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public DatabaseFiles(
            @Reference FileStore store,
            @Reference Policies policies,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.policies = policies;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public StoredFile store(String module, String name, String contentType, InputStream content) throws IOException {
        store.refuseUnit();
        FilePolicy policy = policies.get(FilePolicy.TYPE);
        StoredFile file = store.open(module, FileNames.clean(name), FileNames.type(contentType), clock.instant());
        boolean stored = false;
        try {
            StoredFile done = store.close(file.id(), receive(file.id(), content, policy));
            stored = true;
            return done;
        } finally {
            if (!stored) {
                store.end(file.id());
            }
        }
    }

    /** Returns the digest. */
    private String receive(String id, InputStream content, FilePolicy policy) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[CHUNK];
        long length = 0;
        int chunk = 0;
        for (int n = content.readNBytes(buffer, 0, CHUNK); n > 0; n = content.readNBytes(buffer, 0, CHUNK)) {
            length += n;
            if (length > policy.maxFile()) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE, "file-too-large", "at most " + policy.maxFile() + " bytes a file");
            }
            digest.update(buffer, 0, n);
            store.add(id, chunk++, n == CHUNK ? buffer : Arrays.copyOf(buffer, n), policy.quota());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<StoredFile> find(String id) {
        return store.find(id);
    }

    @Override
    public void read(String id, long from, long to, OutputStream out) throws IOException {
        store.refuseUnit();
        long end = Math.min(to, store.find(id).orElseThrow(() -> notFound(id)).length());
        for (long at = Math.max(0, from); at < end; ) {
            byte[] chunk = store.chunk(id, (int) (at / CHUNK)).orElseThrow(() -> notFound(id));
            int skip = (int) (at % CHUNK);
            int n = (int) Math.min(chunk.length - skip, end - at);
            out.write(chunk, skip, n);
            at += n;
        }
    }

    @Override
    public void delete(String id) {
        store.end(id);
    }

    @Override
    public Page<Line> list(String module, PageRequest page) {
        notConfined();
        String scope = callers.current().tenant() + "|files|" + module;
        String before = page.cursor() == null ? LAST : Cursors.position(scope, page.cursor());
        List<Line> found = store.list(module, before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<Line> items = found.subList(0, page.limit());
        return new Page<>(
                items, Cursors.of(scope, items.get(items.size() - 1).file().id()));
    }

    @Override
    public Usage usage() {
        notConfined();
        FilePolicy policy = policies.get(FilePolicy.TYPE);
        return new Usage(store.used(), policy.quota(), policy.maxFile());
    }

    @Override
    public void remove(String id) {
        notConfined();
        store.inUnit(() -> {
            if (!store.end(id)) {
                throw notFound(id);
            }
            audit.record("file.remove", id, Map.of());
        });
    }

    private void notConfined() {
        if (callers.current().confinedTo().isPresent()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "seller-confined",
                    "all files are seen by the marketplace's own people only");
        }
    }

    private static Problem notFound(String id) {
        return Problem.notFound("file", id);
    }
}
