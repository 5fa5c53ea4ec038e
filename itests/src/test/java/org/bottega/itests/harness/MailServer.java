package org.bottega.itests.harness;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** An SMTP server that takes everything, and counts by Message-ID. It can be away. */
public final class MailServer implements AutoCloseable {

    private static final Runnable NOTHING = () -> {};

    static {
        // Its threads throw when a platform that was killed leaves a connection; who waits for that must not fail of
        // it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final int port = Home.freePort();
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> beforeAnswer = new AtomicReference<>(NOTHING);

    /** Settings of an installation that sends its mails here. */
    public Map<String, String> settings() {
        return Map.of(
                "BOTTEGA_SMTP_HOST", "127.0.0.1",
                "BOTTEGA_SMTP_PORT", String.valueOf(port),
                "BOTTEGA_SMTP_STARTTLS", "false",
                "BOTTEGA_SMTP_FROM", "shop@bottega.example");
    }

    /** Is there from now on. */
    public MailServer up() {
        // A server that was stopped has forgotten both.
        GreenMailUser anybody = server.setUser("anybody@bottega.example", "");
        server.getUserManager().setMessageDeliveryHandler((mail, to) -> {
            taken.merge(mail.getMessage().getMessageID(), 1, Integer::sum);
            beforeAnswer.getAndSet(NOTHING).run();
            return anybody;
        });
        server.start();
        return this;
    }

    /** Is away: connections are refused. */
    public void down() {
        server.stop();
    }

    /** Does this once, when the next mail has been taken and before its sender is told so. */
    public void beforeAnswer(Runnable work) {
        beforeAnswer.set(work);
    }

    /** How often each Message-ID was taken. */
    public Map<String, Integer> byMessageId() {
        return new TreeMap<>(taken);
    }

    /** How often the mail with this id in the outbox was taken. */
    public int taken(String mail) {
        return taken.getOrDefault("<" + mail + "@bottega.example>", 0);
    }

    @Override
    public void close() {
        down();
    }
}
