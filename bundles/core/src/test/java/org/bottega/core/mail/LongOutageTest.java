package org.bottega.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.mail.internet.MimeMessage;
import org.bottega.core.mail.StoredMail.State;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A mail server that is away for long, and clocks that are set meanwhile. */
class LongOutageTest {

    private static final int MAILS = 30;

    private MailFixture mails;
    private GreenMail server;

    @BeforeEach
    void open() throws IOException {
        TestPlatform platform = TestPlatform.on(TestDatabase.Kind.usual());
        mails = new MailFixture(platform);
        platform.newTenant(MailFixture.TENANT);
        platform.work(mails.work);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server = new GreenMail(new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mails.smtp.configure(MailFixture.config("127.0.0.1", free.getLocalPort()));
        }
    }

    @AfterEach
    void close() {
        server.stop();
        mails.platform.close();
    }

    private List<String> write() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            ids.add(mails.send(MailFixture.welcome(Locale.ENGLISH, "ann" + i + "@example.com", "Ann")));
        }
        return ids;
    }

    private void each(List<String> ids, State state) {
        ids.forEach(id -> assertEquals(state, mails.find(id).state()));
    }

    private void sentOnce() throws Exception {
        Set<String> messageIds = new TreeSet<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            messageIds.add(mail.getMessageID());
        }
        assertEquals(MAILS, server.getReceivedMessages().length);
        assertEquals(MAILS, messageIds.size());
    }

    @Test
    @DisplayName("no server for an hour: each mail is tried some ten times, and sent once within an hour after")
    void anHour() throws Exception {
        List<String> ids = write();
        mails.platform.advance(Duration.ofHours(1));
        each(ids, State.QUEUED);
        ids.forEach(id -> assertTrue(mails.find(id).progress().tries() <= 9));
        server.start();
        mails.platform.advance(Duration.ofHours(1));
        each(ids, State.SENT);
        mails.platform.advance(Duration.ofDays(4));
        sentOnce();
    }

    @Test
    @DisplayName("the clock is set a day forward and back again: nothing is sent twice, nothing stays behind")
    void clockForward() throws Exception {
        List<String> ids = write();
        mails.platform.advance(Duration.ofMinutes(1));
        server.start();
        mails.platform.advance(Duration.ofDays(1));
        each(ids, State.SENT);
        mails.platform.clock().set(mails.platform.clock().instant().minus(Duration.ofDays(1)));
        mails.platform.advance(Duration.ofDays(3));
        sentOnce();
    }

    @Test
    @DisplayName("the clock is set a day back: what waits to be tried again waits for that day, or for the operator")
    void clockBack() throws Exception {
        List<String> ids = write();
        mails.platform.advance(Duration.ofMinutes(1));
        server.start();
        mails.platform.clock().set(mails.platform.clock().instant().minus(Duration.ofDays(1)));
        mails.platform.advance(Duration.ofHours(2));
        each(ids, State.QUEUED);
        mails.platform.as(MailFixture.TENANT, () -> mails.desk.retry(ids.get(0)));
        mails.platform.advance(Duration.ZERO);
        assertEquals(State.SENT, mails.find(ids.get(0)).state());
        mails.platform.advance(Duration.ofDays(1));
        each(ids, State.SENT);
        sentOnce();
    }
}
