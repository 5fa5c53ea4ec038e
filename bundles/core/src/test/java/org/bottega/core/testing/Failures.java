package org.bottega.core.testing;

import java.time.Instant;
import org.bottega.api.DomainEvent;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.DueWork;

/** Remembers what listeners and due work threw, which the platform itself only notes and tries again. */
final class Failures {

    private RuntimeException last;

    void rethrow() {
        RuntimeException failure = last;
        last = null;
        if (failure != null) {
            throw failure;
        }
    }

    /** What failed was expected to, or is told otherwise. */
    void forget() {
        last = null;
    }

    private void watching(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            last = e;
            throw e;
        }
    }

    <E extends DomainEvent> DomainEventListener<E> watch(DomainEventListener<E> listener) {
        return new DomainEventListener<>() {
            @Override
            public String id() {
                return listener.id();
            }

            @Override
            public String module() {
                return listener.module();
            }

            @Override
            public Class<E> type() {
                return listener.type();
            }

            @Override
            public void on(E event, Instant at) {
                watching(() -> listener.on(event, at));
            }
        };
    }

    AnyEventListener watch(AnyEventListener listener) {
        return new AnyEventListener() {
            @Override
            public String id() {
                return listener.id();
            }

            @Override
            public String module() {
                return listener.module();
            }

            @Override
            public void on(Told event) {
                watching(() -> listener.on(event));
            }
        };
    }

    DueWork watch(DueWork work) {
        return new DueWork() {
            @Override
            public String id() {
                return work.id();
            }

            @Override
            public String module() {
                return work.module();
            }

            @Override
            public String table() {
                return work.table();
            }

            @Override
            public boolean inUnitOfWork() {
                return work.inUnitOfWork();
            }

            @Override
            public boolean realTime() {
                return work.realTime();
            }

            @Override
            public void process(String id) {
                watching(() -> work.process(id));
            }
        };
    }
}
