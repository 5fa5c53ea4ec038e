package org.bottega.core.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.bottega.core.base.Inside;
import org.bottega.core.mail.TestMails;
import org.bottega.core.outbox.TestOutbox;
import org.bottega.core.testing.PlatformTest;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetentionTest extends PlatformTest {

    private static final Duration DAYS = Duration.ofDays(90);
    private static int tenants;

    /** Counts. */
    private static final class Counts extends Rows {
        Counts(Store store) {
            super(store);
        }

        long of(String table) {
            return query("select count(*) from " + table + " where tenant_id = ?", row -> row.number(1), tenant())
                    .get(0);
        }
    }

    private String a;
    private TestMails mails;
    private TestOutbox outbox;

    @BeforeEach
    void open() {
        a = "keep-" + ++tenants;
        mails = new TestMails(platform);
        outbox = new TestOutbox(platform);
        platform.newTenant(a);
        platform.enable(a, "probe");
    }

    private static Retention retention(int days) {
        return new Retention(
                platform.store("core"),
                new Inside(platform.callers(), platform.unitOfWork()),
                platform.tenants(),
                platform.clock(),
                config(days));
    }

    private static Retention.Config config(int days) {
        return new Retention.Config() {
            @Override
            public int eventDays() {
                return days;
            }

            @Override
            public int mailDays() {
                return days;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Retention.Config.class;
            }
        };
    }

    private long count(String table) {
        return platform.as(a, () -> platform.unitOfWork().call(() -> new Counts(platform.store("core")).of(table)));
    }

    private void sent(int mostMails) {
        for (int i = 0; i < mostMails; i++) {
            String id = mails.add(a);
            platform.as(a, () -> platform.unitOfWork().run(() -> mails.sent(id)));
        }
    }

    @Test
    @DisplayName("sent mails go after 90 days, not a millisecond before; those that were not sent stay")
    void mails() {
        sent(1);
        mails.add(a);
        platform.clock().advance(DAYS);
        retention(90).run();
        assertEquals(2, count("core_mail"));
        platform.clock().advance(Duration.ofMillis(1));
        retention(90).run();
        assertEquals(1, count("core_mail"));
    }

    @Test
    @DisplayName("events go after 90 days once everybody has heard them; what waits for a listener is kept")
    void events() {
        outbox.fail(a);
        platform.clock().advance(DAYS.plusMillis(1));
        retention(90).run();
        assertEquals(2, count("core_event"), "one has failed, one waits behind it");
        outbox.mend();
        outbox.drain();
        assertEquals(0, count("core_delivery"));
        outbox.publish(a);
        platform.clock().advance(DAYS);
        retention(90).run();
        assertEquals(1, count("core_event"));
        platform.clock().advance(Duration.ofMillis(1));
        assertTrue(retention(90).run() >= 1);
        assertEquals(0, count("core_event"));
    }

    @Test
    @DisplayName("more than a batch goes in one run; with 0 days nothing ever goes")
    void batches() {
        platform.clock().advance(DAYS.plusDays(1));
        retention(90).run();
        sent(2 * Retention.BATCH + 1);
        platform.clock().advance(DAYS.plusDays(1));
        assertEquals(0, retention(0).run());
        assertEquals(2 * Retention.BATCH + 1, retention(90).run());
        assertEquals(0, count("core_mail"));
        assertEquals(0, retention(90).run());
    }
}
