package org.bottega.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What tests of idempotency look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IdempotencyBase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    EdgeServer edge;

    private String suffix;
    private int runsBefore;

    /** The database to run on. */
    TestDatabase.Kind kind() {
        return TestDatabase.Kind.usual();
    }

    @BeforeAll
    void open() throws Exception {
        edge = new EdgeServer(kind());
    }

    @AfterAll
    void close() throws Exception {
        edge.close();
    }

    @BeforeEach
    void forget() {
        suffix = "-" + NUMBER.incrementAndGet();
        Counter counter = new Counter(edge.platform().store("web"));
        edge.platform().as("acme", () -> edge.platform().unitOfWork().run(counter::clear));
        runsBefore = edge.shelf().changes().runs();
    }

    /** A name that no other test uses. */
    final String own(String name) {
        return name + suffix;
    }

    private static final class Counter extends Rows {
        Counter(Store store) {
            super(store);
        }

        void clear() {
            update("delete from web_idempotency where tenant_id = ?", tenant());
        }

        List<String> states() {
            return query(
                    "select state from web_idempotency where tenant_id = ? order by created_at",
                    row -> row.string(1),
                    tenant());
        }
    }

    final List<String> states() {
        Counter counter = new Counter(edge.platform().store("web"));
        return edge.platform().as("acme", () -> edge.platform().unitOfWork().call(counter::states));
    }

    final boolean exists(String seller) {
        return edge.platform()
                .as("acme", () -> edge.platform().sellers().find(seller))
                .isPresent();
    }

    final int runs() {
        return edge.shelf().changes().runs() - runsBefore;
    }
}
