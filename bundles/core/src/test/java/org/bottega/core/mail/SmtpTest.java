package org.bottega.core.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.mail.internet.MimeMessage;
import org.bottega.api.Problem;
import org.bottega.core.deadline.Backoff;
import org.bottega.core.deadline.Deadlines;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.deadline.Sweeper;
import org.bottega.core.mail.StoredMail.State;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class SmtpTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Parameter
    TestDatabase.Kind kind;

    private MailFixture mails;
    private Deadlines deadlines;
    private int port;
    private GreenMail server;

    @BeforeEach
    void open() throws IOException {
        TestPlatform platform = TestPlatform.on(kind);
        mails = new MailFixture(platform);
        platform.newTenant(MailFixture.TENANT);
        DueWorks works = new DueWorks();
        works.bind(mails.work);
        Sweeper sweeper = new Sweeper(
                platform.dueRows(),
                platform.modules(),
                platform.callers(),
                platform.unitOfWork(),
                platform.core().times());
        deadlines = new Deadlines(works, sweeper, mails.wake);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        deadlines.stop();
        stopServer();
        mails.platform.close();
    }

    private void startServer() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private void stopServer() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    private void configure() {
        mails.smtp.configure(MailFixture.config("127.0.0.1", port));
    }

    private void becomes(String id, State state) {
        await().atMost(SOON).until(() -> mails.find(id).state() == state);
    }

    @Test
    @DisplayName("a mail goes out after its commit, in UTF-8, under a Message-ID of its own")
    void sent() throws Exception {
        startServer();
        configure();
        String id = mails.send(MailFixture.welcome(Locale.ITALIAN, "ada@example.com", "Ada Ò"));
        becomes(id, State.SENT);
        assertEquals(1, server.getReceivedMessages().length);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("<" + id + "@bottega.example>", mail.getMessageID());
        assertEquals("Benvenuta, Ada Ò", mail.getSubject());
        assertEquals(
                "Gentile Ada Ò,\r\nperché no?", mail.getContent().toString().strip());
        assertEquals("Bottega <shop@bottega.example>", mail.getFrom()[0].toString());
        assertEquals("ada@example.com", mail.getAllRecipients()[0].toString());
        assertEquals(
                mails.platform.clock().instant().getEpochSecond(),
                mail.getSentDate().toInstant().getEpochSecond());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertTrue(mail.getContentType().toLowerCase(Locale.ROOT).contains("utf-8"));
        Problem problem =
                assertThrows(Problem.class, () -> mails.platform.as(MailFixture.TENANT, () -> mails.desk.retry(id)));
        assertEquals("mail-sent", problem.code());
    }

    @Test
    @DisplayName("while the server is down a mail is tried again, and sent once when it is up")
    void downThenUp() {
        configure();
        String id = mails.send(MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann"));
        await().atMost(SOON).until(() -> mails.find(id).progress().error() != null);
        StoredMail waiting = mails.find(id);
        assertEquals(State.QUEUED, waiting.state());
        assertEquals(
                mails.platform.clock().instant().plusSeconds(15),
                waiting.progress().dueAt());
        startServer();
        mails.platform.clock().advance(Duration.ofSeconds(15));
        becomes(id, State.SENT);
        assertEquals(2, mails.find(id).progress().tries());
        mails.platform.clock().advance(Duration.ofDays(1));
        mails.wake.up();
        String next = mails.send(MailFixture.welcome(Locale.ENGLISH, "bob@example.com", "Bob"));
        becomes(next, State.SENT);
        assertEquals(2, server.getReceivedMessages().length);
    }

    @Test
    @DisplayName("after three days without a server a mail has failed; by hand it is queued anew")
    void givenUp() {
        configure();
        String id = mails.send(MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann"));
        Backoff waits = new Backoff(Duration.ofSeconds(15), Duration.ofHours(2), Integer.MAX_VALUE);
        for (int tries = 1; mails.find(id).state() == State.QUEUED; tries++) {
            Instant next = mails.platform.clock().instant().plus(waits.wait(tries));
            await().atMost(SOON)
                    .until(() -> mails.find(id).state() == State.FAILED
                            || next.equals(mails.find(id).progress().dueAt()));
            mails.platform.clock().advance(Duration.ofHours(23));
            assertTrue(tries < 6);
        }
        startServer();
        assertEquals(1, (int) mails.platform.as(MailFixture.TENANT, () -> mails.desk.retryAll()));
        becomes(id, State.SENT);
    }

    @Test
    @DisplayName("what was held goes out when a server is configured later and the operator says so")
    void heldThenQueued() {
        String id = mails.send(MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann"));
        assertEquals(State.HELD, mails.find(id).state());
        assertThrows(Problem.class, () -> mails.platform.as(MailFixture.TENANT, mails.desk::retryAll));
        startServer();
        configure();
        mails.platform.as(MailFixture.TENANT, () -> mails.desk.retry(id));
        becomes(id, State.SENT);
    }

    @Test
    @DisplayName("a receiver that the server refuses for good fails at once; one refused for now does not")
    void refused() throws Exception {
        configure();
        answering("500 no such user");
        String never = mails.send(MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann"));
        becomes(never, State.FAILED);
        assertEquals(1, mails.find(never).progress().tries());
        assertTrue(mails.find(never).progress().error().contains("no such user"));
        answering("450 mailbox busy");
        String later = mails.send(MailFixture.welcome(Locale.ENGLISH, "bob@example.com", "Bob"));
        await().atMost(SOON).until(() -> mails.find(later).progress().error() != null);
        assertEquals(State.QUEUED, mails.find(later).state());
    }

    /** A server for one connection that answers so to RCPT. */
    private void answering(String toReceiver) throws IOException {
        ServerSocket listening = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        UnaryOperator<String> answers = line -> switch (line.split("[ :]")[0]) {
            case "RCPT" -> toReceiver;
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
        CompletableFuture.runAsync(() -> serve(listening, answers));
    }

    private static void serve(ServerSocket listening, UnaryOperator<String> answers) {
        try (listening;
                Socket socket = listening.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print(answers.apply(line) + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
