package org.bottega.persistence.move;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bottega.persistence.TenantTables.Table;
import org.bottega.persistence.table.Values;

/**
 * Copies all tables, each in one transaction of the target, with what it is compared by afterwards: a table is there whole or
 * not at all. What is there already and the same is left alone, so that one that was broken off goes on.
 */
final class Mover {

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 4L << 20;
    private static final int TELL = 20_000;

    private final Source source;
    private final Target target;
    private final Consumer<String> progress;

    Mover(Source source, Target target, Consumer<String> progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /** Returns how many rows are there now. */
    long run() throws SQLException {
        List<Table> tables = tables();
        long rows = 0;
        int place = 0;
        for (Table table : tables) {
            String what = "[" + ++place + "/" + tables.size() + "] " + table.name() + ": ";
            rows += move(table, what);
        }
        for (Map.Entry<String, Long> sequence : source.sequences().entrySet()) {
            target.sequence(sequence.getKey(), sequence.getValue());
            progress.accept(sequence.getKey() + ": goes on at " + sequence.getValue());
        }
        return rows;
    }

    /** Those that have rows, and fit. */
    private List<Table> tables() throws SQLException {
        Map<String, Table> there = target.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        List<Table> tables = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Table table : source.tables()) {
            Table other = there.get(table.name());
            if (other != null) {
                wrong.addAll(Target.differences(table, other));
                wrong.addAll(Target.differences(other, table));
                tables.add(table);
            } else if (source.count(table) > 0) {
                wrong.add(table.name());
            }
        }
        if (!wrong.isEmpty()) {
            throw new MoveFailed(
                    "the databases differ in " + String.join(", ", wrong)
                            + ": start and stop this Bottega on the old one first, and lay the jars of modules of your own into deploy");
        }
        return tables;
    }

    private long move(Table table, String what) throws SQLException {
        boolean forced = target.loosen(table);
        Sum there = target.sum(table);
        Sum moved;
        if (there.rows() > 0 && there.same(source.sum(table))) {
            moved = there;
            progress.accept(what + there.rows() + " rows were there already, checksum " + there.text());
        } else {
            target.clear(table);
            moved = copy(table, what);
            Sum now = target.sum(table);
            if (!now.same(moved)) {
                throw new MoveFailed(table.name() + " did not arrive as it was: " + moved.rows() + " rows, checksum "
                        + moved.text() + ", became " + now.rows() + ", " + now.text() + "; nothing of it is kept");
            }
            progress.accept(what + moved.rows() + " rows, checksum " + moved.text());
        }
        if (forced) {
            target.tighten(table);
        }
        target.commit();
        return moved.rows();
    }

    private Sum copy(Table table, String what) throws SQLException {
        Sum sum = new Sum();
        long all = source.count(table);
        long[] waiting = new long[2];
        try (PreparedStatement insert = target.insert(table)) {
            source.read(table, row -> {
                sum.add(row);
                for (int i = 0; i < row.length; i++) {
                    Values.bind(insert, i + 1, row[i]);
                    waiting[1] += row[i] instanceof byte[] bytes ? bytes.length : 0;
                }
                insert.addBatch();
                if (++waiting[0] == BATCH || waiting[1] > BATCH_BYTES) {
                    insert.executeBatch();
                    waiting[0] = 0;
                    waiting[1] = 0;
                }
                if (sum.rows() % TELL == 0) {
                    progress.accept(what + sum.rows() + " of " + all);
                }
            });
            insert.executeBatch();
        } catch (SQLException e) {
            throw new MoveFailed(table.name() + " cannot be written: " + e.getMessage(), e);
        }
        return sum;
    }
}
