package org.bottega.core.testing;

import java.time.Duration;
import java.util.List;
import org.bottega.api.Events;
import org.bottega.api.Mailer;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.DueWork;

/** What goes on after a commit: events, due work, mails, each moved by hand. */
final class TestPipes {

    private final TestPlatform platform;

    TestPipes(TestPlatform platform) {
        this.platform = platform;
    }

    Events events() {
        throw new UnsupportedOperationException("events of " + platform);
    }

    Mailer mailer() {
        throw new UnsupportedOperationException();
    }

    void listen(DomainEventListener<?> listener) {
        throw new UnsupportedOperationException();
    }

    void work(DueWork work) {
        throw new UnsupportedOperationException();
    }

    void drain() {
        throw new UnsupportedOperationException();
    }

    void advance(Duration by) {
        throw new UnsupportedOperationException();
    }

    List<SentMail> mails(String tenant) {
        throw new UnsupportedOperationException();
    }
}
