package org.bottega.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.bottega.core.mail.TestMails;
import org.bottega.core.outbox.TestOutbox;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueueCommandsTest extends PlatformTest {

    private static int tenants;

    private String a;
    private TestOutbox outbox;
    private TestMails mails;
    private TestConsole console;

    @BeforeEach
    void open() {
        a = "queue-a" + ++tenants;
        outbox = new TestOutbox(platform);
        mails = new TestMails(platform);
        platform.newTenant(a);
        platform.enable(a, "probe");
        console = console(true);
    }

    private TestConsole console(boolean mailServer) {
        return new TestConsole(platform.callers(), platform.tenants(), outbox.desk(), mails.desk(mailServer))
                .with(OutboxList.class, OutboxRetry.class, MailList.class, MailShow.class, MailRetry.class)
                .with(TenantCompleter.class, DeliveryCompleter.class, MailCompleter.class, MailStateCompleter.class);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String good(String line) {
        Result result = console.run(line.replace("$a", a));
        assertEquals(0, result.status(), result.toString());
        return result.out().strip();
    }

    private String bad(String line) {
        Result result = console.run(line.replace("$a", a));
        assertEquals(1, result.status(), result.toString());
        return (result.out() + result.err()).strip();
    }

    private JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(good(line));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("what is not delivered is listed, for one marketplace or all, and tried again by hand")
    void outbox() {
        assertEquals("Everything is delivered.", good("outbox:list --tenant $a"));
        outbox.fail(a);
        JsonNode waiting = json("outbox:list --json");
        JsonNode mine = waiting.get(waiting.size() - 1);
        assertEquals(
                List.of(a, "probe.listener", "2", "1", "0"),
                List.of(
                        mine.get("tenant").asText(),
                        mine.get("listener").asText(),
                        mine.get("waiting").asText(),
                        mine.get("failing").asText(),
                        mine.get("parked").asText()));
        JsonNode failed = json("outbox:list --tenant $a --failed --json").get(0);
        assertEquals(
                "IllegalArgumentException: cannot bear A1", failed.get("error").asText());
        String id = failed.get("id").asText();
        assertTrue(good("outbox:list -t $a --failed").contains(id));
        assertEquals(List.of(id), console.complete("outbox:retry --tenant " + a + " " + id.substring(0, 5)));
        outbox.mend();
        assertEquals("Delivery " + id + " of " + a + " is tried again.", good("outbox:retry " + id + " --tenant $a"));
        outbox.drain();
        assertEquals("Everything is delivered.", good("outbox:list --tenant $a"));
        assertEquals("there is no failed delivery " + id, bad("outbox:retry --tenant $a " + id));
        assertEquals("0 deliveries of " + a + " are tried again.", good("outbox:retry --tenant $a --all"));
        assertTrue(bad("outbox:retry --tenant $a").contains("or --all"));
        assertEquals("there is no tenant nowhere", bad("outbox:list --tenant nowhere"));
    }

    @Test
    @DisplayName("mails are listed, shown and queued anew")
    void mails() {
        assertEquals("There are no such mails.", good("mail:list --tenant $a"));
        String first = mails.add(a);
        String second = mails.add(a);
        JsonNode listed = json("mail:list --tenant $a --state queued --json");
        assertEquals(second, listed.get(0).get("id").asText());
        assertEquals(first, listed.get(1).get("id").asText());
        assertEquals(1, json("mail:list --tenant $a --limit 1 --json").size());
        assertEquals("There are no such mails.", good("mail:list --tenant $a --state SENT"));
        assertTrue(bad("mail:list --tenant $a --state lost").contains("QUEUED"));
        assertTrue(bad("mail:list --tenant $a --limit 501").startsWith("limit: "));
        assertTrue(good("mail:show --tenant $a " + first).contains("to: ann@example.com"));
        assertEquals(
                "T",
                json("mail:show " + first + " --tenant $a --json").get("text").asText());
        assertEquals("Mail " + first + " of " + a + " is queued.", good("mail:retry --tenant $a " + first));
        assertEquals("there is no mail nothing", bad("mail:retry --tenant $a nothing"));
        assertEquals("0 mails of " + a + " are queued.", good("mail:retry --tenant $a --all"));
        assertEquals(List.of("FAILED"), console.complete("mail:list --state F"));
        assertEquals(List.of(first), console.complete("mail:show --tenant " + a + " " + first));
    }

    @Test
    @DisplayName("without a mail server mail:retry says so")
    void noServer() {
        console.close();
        console = console(false);
        String id = mails.add(a);
        assertTrue(bad("mail:retry --tenant $a " + id).startsWith("no mail server is configured"));
    }
}
