package org.bottega.core.deadline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.DueWork;

/** Due work of the tests, on the rows of the mail table. */
final class Errand implements DueWork {

    private final UnitOfWork unit;
    private final boolean inside;
    private final Consumer<String> work;
    private final Set<String> bad = ConcurrentHashMap.newKeySet();
    private final List<String> attempts = new CopyOnWriteArrayList<>();

    Errand(UnitOfWork unit, boolean inside, Consumer<String> work) {
        this.unit = unit;
        this.inside = inside;
        this.work = work;
    }

    void refuse(String id) {
        bad.add(id);
    }

    void accept(String id) {
        bad.remove(id);
    }

    long attempts(String id) {
        return attempts.stream().filter(id::equals).count();
    }

    int attempts() {
        return attempts.size();
    }

    @Override
    public String id() {
        return "errand.run";
    }

    @Override
    public String module() {
        return "errand";
    }

    @Override
    public String table() {
        return "core_mail";
    }

    @Override
    public boolean inUnitOfWork() {
        return inside;
    }

    @Override
    public void process(String id) {
        if (unit.isOpen() != inside) {
            throw new AssertionError("unit of work open: " + unit.isOpen());
        }
        attempts.add(id);
        work.accept(id);
        if (bad.contains(id)) {
            throw new IllegalArgumentException("cannot do " + id);
        }
    }
}
