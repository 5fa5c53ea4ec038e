package org.bottega.core.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.Audit;
import org.bottega.api.Ids;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;
import org.bottega.api.spi.Traces;
import org.bottega.core.mail.MailOutbox;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is known of one buyer of the current tenant. All tables are walked through: what hangs on his rows goes first, these
 * then, and his account last, since by them he is found again after a crash.
 */
@Component(service = PersonData.class)
public final class PersonData {

    private static final String MAILS = "core_mail";
    private static final String ACCOUNTS = "accounts, their links and tokens";
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private final TableWalk walk;
    private final PersonTraces traces;
    private final Contents contents;
    private final Audit audit;
    private final Ids ids;

    @Activate
    public PersonData(
            @Reference TableWalk walk,
            @Reference PersonTraces traces,
            @Reference Contents contents,
            @Reference Audit audit,
            @Reference Ids ids) {
        this.walk = walk;
        this.traces = traces;
        this.contents = contents;
        this.audit = audit;
        this.ids = ids;
    }

    Report export(String email, OutputStream out) throws IOException {
        Traces person = unit().call(() -> traces.of(email));
        Scrub scrub = new Scrub(person, email, pseudonym());
        Archive archive = new Archive(out);
        List<Line> lines = new ArrayList<>();
        for (Table table : walk.tables().list()) {
            long rows = Parts.are(table) ? 0 : rows(archive, table, scrub);
            if (rows > 0) {
                lines.add(new Line(TableWalk.module(table), table.name(), rows, null));
            }
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", 1);
        head.put("known", Map.of("marks", person.marks(), "names", person.names(), "ids", person.ids()));
        archive.finish(head);
        unit().run(() -> audit.record("person.export", "person", counts(lines)));
        return new Report("person", lines);
    }

    private long rows(Archive archive, Table table, Scrub scrub) throws IOException {
        long[] rows = new long[1];
        walk.read(table, page -> {
            for (Object[] row : page) {
                if (concerns(table, row, scrub)) {
                    if (rows[0]++ == 0) {
                        archive.begin("tables/" + table.name() + ".jsonl");
                    }
                    archive.line(Withheld.shape(table, row, text -> withoutOthers(text, scrub.words())));
                }
            }
        });
        return rows[0];
    }

    /** Mails to others are not his, nor bytes that are not wholly his, such as answers that are kept to be given again. */
    private static boolean concerns(Table table, Object[] row, Scrub scrub) {
        if (table.name().equals(MAILS)) {
            return scrub.words().isMark((String) row[table.place("to_address")]);
        }
        return table.has(Kind.BYTES) ? scrub.owns(table, row) : scrub.ties(table, row);
    }

    private static String withoutOthers(String text, Words words) {
        return ADDRESS.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(words.isMark(found.group()) ? found.group() : "(another address)"));
    }

    Report erase(String email) {
        unit().run(() -> traces.refuseStaff(email));
        Traces person = unit().call(() -> traces.of(email));
        String pseudonym = pseudonym();
        Scrub scrub = new Scrub(person, email, pseudonym);
        List<Table> tables = walk.tables().list();
        Map<String, Long> done = new TreeMap<>();
        for (Table table : tables) {
            if (Parts.are(table)) {
                done.merge(table.name(), contents.strike(table, scrub.bytes()), Long::sum);
            } else {
                done.merge(table.name(), pass(table, scrub, false), Long::sum);
            }
        }
        done.merge("mails to this address", mails(person), Long::sum);
        List<Line> kept = unit().call(() -> traces.erase(person));
        Set<String> first = Set.of(PersonTraces.key(email));
        Set<String> others = new TreeSet<>(person.marks());
        others.removeAll(first);
        done.merge(ACCOUNTS, unit().call(() -> traces.removeAccounts(others)), Long::sum);
        List<Table> own = new ArrayList<>(tables);
        own.removeIf(Parts::are);
        Collections.reverse(own);
        own.stream()
                .filter(table -> !PersonTraces.isAccount(table))
                .forEach(table -> done.merge(table.name(), pass(table, scrub, true), Long::sum));
        done.merge(ACCOUNTS, unit().call(() -> traces.removeAccounts(first)), Long::sum);
        own.stream()
                .filter(PersonTraces::isAccount)
                .forEach(table -> done.merge(table.name(), pass(table, scrub, true), Long::sum));
        List<Line> lines = lines(done, kept);
        unit().run(() -> audit.record("person.erase", pseudonym, counts(lines)));
        return new Report(pseudonym, lines);
    }

    private long pass(Table table, Scrub scrub, boolean own) {
        return walk.change(table, page -> {
            long changed = 0;
            for (Object[] row : page) {
                if (scrub.owns(table, row) == own && scrub.ties(table, row)) {
                    Map<String, Object> changes = scrub.changes(table, row);
                    if (!changes.isEmpty()) {
                        walk.tables().change(table, row, changes);
                        changed++;
                    }
                }
            }
            return changed;
        });
    }

    private long mails(Traces person) {
        long removed = 0;
        int last = TableWalk.PAGE;
        while (last == TableWalk.PAGE) {
            last = unit().call(() -> traces.removeMails(person, TableWalk.PAGE));
            removed += last;
        }
        return removed;
    }

    private static List<Line> lines(Map<String, Long> done, List<Line> kept) {
        List<Line> lines = new ArrayList<>();
        done.forEach((what, count) -> {
            if (count > 0) {
                int end = what.indexOf('_');
                lines.add(new Line(end < 0 ? "core" : what.substring(0, end), what, count, null));
            }
        });
        lines.addAll(kept);
        return lines;
    }

    private static Map<String, Object> counts(List<Line> lines) {
        Map<String, Object> counts = new TreeMap<>();
        lines.stream().filter(line -> line.why() == null).forEach(line -> counts.put(line.what(), line.count()));
        return counts;
    }

    private String pseudonym() {
        return "erased-" + ids.next().toLowerCase(Locale.ROOT) + MailOutbox.NOBODY;
    }

    private UnitOfWork unit() {
        return walk.unit();
    }
}
