package org.bottega.core.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.persistence.Store;
import org.bottega.persistence.TenantTables.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Strikes out by what somebody is known in contents that are kept in parts, also where it lies across two of them. Each part is
 * looked at between its neighbours as they were before anything was struck out.
 */
@Component(service = Contents.class)
public final class Contents {

    /** Bytes of the part before, and of the one behind, that are looked at with a part. */
    private static final int BESIDE = 4096;

    private static final String FILES = "core_file_chunk";

    private final TableWalk walk;
    private final FileDigests digests;

    @Activate
    public Contents(@Reference TableWalk walk, @Reference(target = "(unit=core)") Store store) {
        this.walk = walk;
        this.digests = new FileDigests(store);
    }

    /** The last two parts that were read; the second waits for the one behind it. */
    private record Waiting(Object[] before, Object[] part) {}

    /** What was done in one page: who waits behind it, and which contents changed. */
    private record Struck(Waiting waiting, Set<String> changed) {}

    /** Returns how many contents have changed. */
    long strike(Table table, ByteWords words) {
        Set<String> changed = new TreeSet<>();
        Waiting[] waiting = {new Waiting(null, null)};
        try {
            walk.<Struck>walk(table, page -> strike(table, words, waiting[0], page), struck -> {
                waiting[0] = struck.waiting();
                changed.addAll(struck.changed());
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (table.name().equals(FILES)) {
            digests.renew(walk.unit());
        }
        return changed.size();
    }

    private Struck strike(Table table, ByteWords words, Waiting first, List<Object[]> page) {
        Set<String> changed = new TreeSet<>();
        Waiting waiting = first;
        for (Object[] behind : page) {
            if (waiting.part() != null) {
                strike(new Place(table, waiting.before(), waiting.part(), behind), words, changed);
            }
            waiting = new Waiting(waiting.part(), behind);
        }
        boolean last = page.size() < TableWalk.FEW;
        if (last && waiting.part() != null) {
            strike(new Place(table, waiting.before(), waiting.part(), null), words, changed);
        }
        return new Struck(waiting, changed);
    }

    /** A part between those beside it, which are of any content or null. */
    private record Place(Table table, Object[] before, Object[] part, Object[] behind) {

        byte[] content(Object[] of) {
            boolean same = of != null && whole().equals(Parts.whole(table, of));
            return same ? (byte[]) of[Parts.content(table)] : new byte[0];
        }

        String whole() {
            return Parts.whole(table, part);
        }
    }

    private void strike(Place place, ByteWords words, Set<String> changed) {
        byte[] before = place.content(place.before());
        byte[] content = place.content(place.part());
        byte[] behind = place.content(place.behind());
        int head = Math.min(BESIDE, before.length);
        ByteArrayOutputStream joined = new ByteArrayOutputStream(content.length + BESIDE + BESIDE);
        joined.write(before, before.length - head, head);
        joined.write(content, 0, content.length);
        joined.write(behind, 0, Math.min(BESIDE, behind.length));
        byte[] left = Arrays.copyOfRange(words.strike(joined.toByteArray()), head, head + content.length);
        if (!Arrays.equals(content, left)) {
            write(place, left);
            changed.add(place.whole());
        }
    }

    private void write(Place place, byte[] content) {
        Table table = place.table();
        String column = table.columns().get(Parts.content(table)).name();
        walk.tables().change(table, place.part(), Map.of(column, content));
        if (table.name().equals(FILES)) {
            digests.drop(place.whole());
        }
    }
}
