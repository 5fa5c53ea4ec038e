package org.bottega.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Mail;
import org.bottega.api.Problem;
import org.bottega.core.mail.StoredMail.State;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class MailOutboxTest {

    private static MailFixture mails;

    @Parameter
    TestDatabase.Kind kind;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase.Kind kind) {
        mails = new MailFixture(TestPlatform.on(kind));
        mails.platform.newTenant(MailFixture.TENANT);
        mails.platform.newTenant("other");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        mails.platform.close();
    }

    @Test
    @DisplayName("without a server a mail is held and can be read, in the receiver's language")
    void held() {
        StoredMail english = mails.find(mails.send(MailFixture.welcome(Locale.UK, "ann@example.com", "Ann & Co <x>")));
        assertEquals(State.HELD, english.state());
        assertNull(english.progress().dueAt());
        assertEquals("Welcome, Ann & Co <x>", english.content().subject());
        assertEquals(
                "Dear Ann & Co <x>,\n- HP1: 9.50 EUR\n- HP2: <1 & 2>\n\n",
                english.content().text());
        assertEquals("HP1", english.about());
        StoredMail italian = mails.find(mails.send(MailFixture.welcome(Locale.ITALIAN, "ada@example.com", "Ada")));
        assertEquals("Benvenuta, Ada", italian.content().subject());
        assertEquals("Gentile Ada,\nperché no?\n", italian.content().text());
    }

    @Test
    @DisplayName("a language without a template gets English")
    void fallback() {
        StoredMail mail =
                mails.find(mails.send(MailFixture.welcome(Locale.forLanguageTag("pt-BR"), "rui@example.com", "Rui")));
        assertEquals("Welcome, Rui", mail.content().subject());
        assertEquals("pt-BR", mail.content().locale());
    }

    @Test
    @DisplayName("a template, module or value that is not there is a mistake of who sends")
    void missing() {
        for (Mail wrong : List.of(
                new Mail("letters", "none", "a@example.com", Locale.ENGLISH, Map.of(), null),
                new Mail("letters", "broken", "a@example.com", Locale.ENGLISH, Map.of(), null),
                new Mail("letters", "../mail/welcome", "a@example.com", Locale.ENGLISH, Map.of(), null),
                new Mail("absent", "welcome", "a@example.com", Locale.ENGLISH, Map.of(), null))) {
            assertThrows(IllegalArgumentException.class, () -> mails.send(wrong), wrong.toString());
        }
        Mail nameless = new Mail("letters", "welcome", "a@example.com", Locale.ENGLISH, Map.of(), null);
        assertThrows(RuntimeException.class, () -> mails.send(nameless));
    }

    @Test
    @DisplayName("no line break gets into the head of a mail")
    void injection() {
        assertThrows(
                IllegalArgumentException.class,
                () -> mails.send(
                        MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann\r\nBcc: all@example.com")));
        Problem problem = assertThrows(
                Problem.class,
                () -> mails.send(
                        MailFixture.welcome(Locale.ENGLISH, "ann@example.com\r\nBcc: all@example.com", "Ann")));
        assertEquals("email-invalid", problem.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ann", "ann@example.com, bob@example.com", "Ann <ann@example.com>", "ann@example.com\n"})
    @DisplayName("a receiver is one plain address")
    void receivers(String to) {
        assertThrows(Problem.class, () -> mails.send(MailFixture.welcome(Locale.ENGLISH, to, "Ann")));
    }

    @Test
    @DisplayName("a mail of a unit of work that is rolled back does not exist")
    void rollback() {
        int before = newest(null).size();
        assertThrows(
                IllegalStateException.class,
                () -> mails.platform.as(
                        MailFixture.TENANT, () -> mails.platform.unitOfWork().run(() -> {
                            mails.outbox.send(MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann"));
                            throw new IllegalStateException("no");
                        })));
        assertEquals(before, newest(null).size());
    }

    private static List<StoredMail> newest(State state) {
        return mails.platform.as(MailFixture.TENANT, () -> mails.desk.newest(state, 500));
    }

    @Test
    @DisplayName("mails are listed newest first, by state, to their own marketplace only")
    void list() {
        String first = mails.send(MailFixture.welcome(Locale.ENGLISH, "ann@example.com", "Ann"));
        String second = mails.send(MailFixture.welcome(Locale.ENGLISH, "bob@example.com", "Bob"));
        assertEquals(
                List.of(second, first),
                newest(State.HELD).stream().limit(2).map(StoredMail::id).toList());
        assertEquals(List.of(), newest(State.SENT));
        assertEquals(List.of(), mails.platform.as("other", () -> mails.desk.newest(null, 500)));
        Problem problem = assertThrows(Problem.class, () -> mails.platform.as("other", () -> mails.desk.find(first)));
        assertEquals("mail-not-found", problem.code());
    }

    @Test
    @DisplayName("without a server there is nothing to try again")
    void retry() {
        Problem problem =
                assertThrows(Problem.class, () -> mails.platform.as(MailFixture.TENANT, () -> mails.desk.retryAll()));
        assertEquals("mail-not-configured", problem.code());
    }
}
