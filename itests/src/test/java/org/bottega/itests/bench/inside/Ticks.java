package org.bottega.itests.bench.inside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bottega.api.spi.BatchDueWork;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** Rows that fall due, with the least to do for each. */
final class Ticks extends Rows implements BatchDueWork {

    private final AtomicLong done = new AtomicLong();

    Ticks(Store store) {
        super(store);
    }

    void insert(int count, Instant dueAt) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {tenant(), UUID.randomUUID().toString(), dueAt});
        }
        batch("insert into bench_tick (tenant_id, id, due_at) values (?, ?, ?)", rows);
    }

    long done() {
        return done.get();
    }

    @Override
    public String id() {
        return "bench.ticks";
    }

    @Override
    public String module() {
        return BenchActivator.ID;
    }

    @Override
    public String table() {
        return "bench_tick";
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(List<String> ids) {
        List<Object[]> rows =
                ids.stream().map(id -> new Object[] {tenant(), id}).toList();
        int[] changed = batch(
                "update bench_tick set due_at = null where tenant_id = ? and id = ? and due_at is not null", rows);
        for (int count : changed) {
            done.addAndGet(count);
        }
    }
}
