package org.bottega.sales.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/**
 * Base for looking up many values by few statements. Derby compares every row of the tenant with all values of a long
 * {@code in (...)}; of a union of single look-ups each goes straight through the index, here and on PostgreSQL.
 */
public abstract class LookUps extends Rows {

    /** Values looked up by one statement. */
    private static final int TOGETHER = 20;

    protected LookUps(Store store) {
        super(store);
    }

    /** The statement for {@link #lookUp}; {@code select} takes the value as its last parameter. */
    protected static String union(String select) {
        return String.join(" union all ", Collections.nCopies(TOGETHER, select));
    }

    /**
     * Looks up all values. The last statement looks up its last value again and again: one text, checked and compiled once;
     * so the mapper may see a row several times.
     */
    protected final void lookUp(String union, List<String> values, Row.Mapper<?> mapper, String... before) {
        for (int from = 0; from < values.size(); from += TOGETHER) {
            List<Object> args = new ArrayList<>();
            for (int i = from; i < from + TOGETHER; i++) {
                args.addAll(List.of(before));
                args.add(values.get(Math.min(i, values.size() - 1)));
            }
            query(union, mapper, args.toArray());
        }
    }
}
