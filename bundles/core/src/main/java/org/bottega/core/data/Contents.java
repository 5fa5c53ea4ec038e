package org.bottega.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.persistence.Store;
import org.bottega.persistence.TenantTables.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Strikes out by what somebody is known in contents that are kept in parts, also where it lies across two of them. */
@Component(service = Contents.class)
public final class Contents {

    /** Bytes of a part that are looked at again together with the next. */
    private static final int TAIL = 4096;

    private static final String FILES = "core_file_chunk";

    private final TableWalk walk;
    private final FileDigests digests;

    @Activate
    public Contents(@Reference TableWalk walk, @Reference(target = "(unit=core)") Store store) {
        this.walk = walk;
        this.digests = new FileDigests(store);
    }

    /** What was done in one page: its last part as it is now, and which contents changed. */
    private record Struck(Object[] last, Set<String> changed) {}

    /** Returns how many contents have changed. */
    long strike(Table table, ByteWords words) {
        Set<String> changed = new TreeSet<>();
        Object[][] last = new Object[1][];
        try {
            walk.<Struck>walk(
                    table,
                    page -> {
                        Set<String> here = new TreeSet<>();
                        Object[] before = last[0];
                        for (Object[] row : page) {
                            strike(new Pair(table, before, row), words, here);
                            before = row;
                        }
                        return new Struck(before, here);
                    },
                    struck -> {
                        last[0] = struck.last();
                        changed.addAll(struck.changed());
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (table.name().equals(FILES)) {
            changed.forEach(file -> digests.renew(walk.unit(), file));
        }
        return changed.size();
    }

    /** A part and the one before it, if that is of the same content. */
    private record Pair(Table table, Object[] before, Object[] row) {

        byte[] tail() {
            if (before == null || !Parts.whole(table, before).equals(Parts.whole(table, row))) {
                return new byte[0];
            }
            byte[] all = bytes(before);
            return Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length);
        }

        byte[] bytes(Object[] of) {
            return (byte[]) of[Parts.content(table)];
        }
    }

    private void strike(Pair pair, ByteWords words, Set<String> changed) {
        byte[] tail = pair.tail();
        byte[] content = pair.bytes(pair.row());
        byte[] joined = Arrays.copyOf(tail, tail.length + content.length);
        System.arraycopy(content, 0, joined, tail.length, content.length);
        byte[] struck = words.strike(joined);
        if (struck == joined) {
            return;
        }
        byte[] newTail = Arrays.copyOf(struck, tail.length);
        if (!Arrays.equals(tail, newTail)) {
            byte[] all = pair.bytes(pair.before());
            byte[] renewed = Arrays.copyOf(all, all.length);
            System.arraycopy(newTail, 0, renewed, all.length - newTail.length, newTail.length);
            write(pair.table(), pair.before(), renewed);
        }
        write(pair.table(), pair.row(), Arrays.copyOfRange(struck, tail.length, struck.length));
        changed.add(Parts.whole(pair.table(), pair.row()));
    }

    private void write(Table table, Object[] row, byte[] content) {
        row[Parts.content(table)] = content;
        walk.tables()
                .change(
                        table,
                        row,
                        Map.of(table.columns().get(Parts.content(table)).name(), content));
    }
}
