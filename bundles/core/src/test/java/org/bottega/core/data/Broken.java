package org.bottega.core.data;

import java.util.function.Supplier;
import org.bottega.api.UnitOfWork;

/** Units of work of which one ends before it has begun; those before it are done and stay. */
final class Broken implements UnitOfWork {

    /** The node is gone, as far as the work can tell. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final UnitOfWork real;
    private final boolean twice;
    private int left;

    private Broken(UnitOfWork real, int left, boolean twice) {
        this.real = real;
        this.left = left;
        this.twice = twice;
    }

    /** The unit behind the first {@code done} ones is broken off. */
    static Broken behind(UnitOfWork real, int done) {
        return new Broken(real, done, false);
    }

    /** Each unit is run to its end, undone, and run again, as after a deadlock. */
    static Broken eachTwice(UnitOfWork real) {
        return new Broken(real, Integer.MAX_VALUE, true);
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (!real.isOpen()) {
            if (left-- == 0) {
                throw new Gone();
            }
            if (twice) {
                undone(work);
            }
        }
        return real.call(work);
    }

    private <T> void undone(Supplier<T> work) {
        try {
            real.run(() -> {
                work.get();
                throw new Undone();
            });
        } catch (Undone e) {
            left--;
        }
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public void afterCommit(Runnable action) {
        real.afterCommit(action);
    }

    @Override
    public boolean tryLock(String name) {
        return real.tryLock(name);
    }
}
