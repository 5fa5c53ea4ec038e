package org.bottega.core.deadline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bottega.api.spi.Gauges.Gauge;
import org.bottega.core.mail.StoredMail.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Due work")
class DeadlinesTest extends ErrandTest {

    private static final Duration SOON = Duration.ofSeconds(120);

    private final DueWorks works = new DueWorks();
    private final CountDownLatch go = new CountDownLatch(1);
    private Wake wake;
    private Deadlines deadlines;

    @BeforeEach
    void begin() {
        wake = new Wake(platform.unitOfWork());
        deadlines = new Deadlines(works, sweeper(), wake);
    }

    @AfterEach
    void end() {
        go.countDown();
        deadlines.stop();
        platform.as(tenant, () -> platform.modules().disable("errand"));
    }

    private Errand sending() {
        return new Errand(platform.unitOfWork(), true, mails::sent);
    }

    private void sent(String of, String id) {
        await().atMost(SOON).until(() -> mails.find(of, id).state() == State.SENT);
    }

    private void hold() {
        try {
            assertTrue(go.await(SOON.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("is done by itself, what was there before it and what comes after, also when some of it fails")
    void byItself() {
        Errand errand = sending();
        String early = mails.add(tenant);
        errand.refuse(early);
        works.bind(errand);
        await().atMost(SOON).until(() -> errand.attempts(early) > 0);
        String late = mails.add(tenant);
        wake.up();
        sent(tenant, late);
        errand.accept(early);
        await().atMost(SOON).until(() -> {
            platform.clock().advance(Duration.ofSeconds(5));
            return mails.find(tenant, early).state() == State.SENT;
        });
    }

    @Test
    @DisplayName("of one tenant that is slow does not hold up another's, nor is it begun twice")
    void slow() {
        String other = tenant + "-b";
        platform.newTenant(other);
        platform.enable(other, "errand");
        String slow = mails.add(tenant);
        Errand errand = new Errand(platform.unitOfWork(), false, id -> {
            if (id.equals(slow)) {
                hold();
            }
            platform.unitOfWork().run(() -> mails.sent(id));
        });
        works.bind(errand);
        await().atMost(SOON).until(() -> errand.attempts(slow) == 1);
        String quick = mails.add(other);
        wake.up();
        sent(other, quick);
        String later = mails.add(tenant);
        String last = mails.add(other);
        wake.up();
        sent(other, last);
        assertEquals(1, errand.attempts(slow));
        assertEquals(0, errand.attempts(later));
        go.countDown();
        sent(tenant, slow);
        sent(tenant, later);
        platform.as(other, () -> platform.modules().disable("errand"));
    }

    @Test
    @DisplayName("of many tenants, more than one look finds, is done look after look without a pause")
    void backlog() {
        deadlines.stop();
        String other = tenant + "-c";
        platform.newTenant(other);
        platform.enable(other, "errand");
        List<String> first = mails.add(tenant, Sweeper.ROWS - 1);
        List<String> second = mails.add(other, Sweeper.ROWS - 1);
        Errand errand = sending();
        works.bind(errand);
        deadlines = new Deadlines(works, sweeper(), wake, SOON.toMillis() * 10);
        wake.up();
        await().atMost(SOON).until(() -> errand.attempts() == first.size() + second.size());
        platform.as(other, () -> platform.modules().disable("errand"));
    }

    @Test
    @DisplayName("whose bundle goes is waited for at its row, and not begun again")
    void unbound() throws Exception {
        String first = mails.add(tenant);
        Errand errand = new Errand(platform.unitOfWork(), false, id -> {
            hold();
            platform.unitOfWork().run(() -> mails.sent(id));
        });
        works.bind(errand);
        Tracked<?> tracked = works.present().get(0);
        await().atMost(SOON).until(() -> errand.attempts(first) == 1);
        CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> works.unbind(errand));
        await().atMost(SOON).until(tracked::isClosed);
        assertEquals(List.of(), works.present());
        go.countDown();
        gone.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertEquals(State.SENT, mails.find(tenant, first).state());
        String second = mails.add(tenant);
        works.bind(sending());
        sent(tenant, second);
        assertEquals(0, errand.attempts(second));
    }

    @Test
    @DisplayName("ends with the rows that are being done when the platform stops")
    void stopped() {
        String row = mails.add(tenant);
        Errand errand = new Errand(platform.unitOfWork(), false, id -> {
            hold();
            platform.unitOfWork().run(() -> mails.sent(id));
        });
        works.bind(errand);
        await().atMost(SOON).until(() -> errand.attempts(row) == 1);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(deadlines::stop);
        go.countDown();
        stop.join();
        assertEquals(State.SENT, mails.find(tenant, row).state());
        String after = mails.add(tenant);
        wake.up();
        assertEquals(0, errand.attempts(after));
    }

    @Test
    @DisplayName("is measured by table, deliveries of events always")
    void gauges() {
        deadlines.stop();
        DueGauges gauges = new DueGauges(works, platform.dueRows(), platform.clock());
        assertEquals(
                List.of(Map.of("table", "core_delivery")),
                gauges.read().stream().map(Gauge::labels).toList());
        works.bind(sending());
        double before = gauge(gauges);
        mails.add(tenant);
        assertEquals(before + 1, gauge(gauges));
        assertEquals(
                Stream.of("core_delivery", "core_mail").toList(),
                gauges.read().stream().map(gauge -> gauge.labels().get("table")).toList());
    }

    private static double gauge(DueGauges gauges) {
        Gauge mail = gauges.read().get(1);
        assertEquals("bottega_due_rows", mail.name());
        return mail.value();
    }
}
