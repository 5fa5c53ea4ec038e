package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Tokens.Login;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThrottleTest extends PeopleTest {

    @BeforeEach
    void sam() {
        ready(staff(a, "sam@example.com", "support", null), a);
    }

    private void wrong(String email, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(login(a, email, "wrong-1").isEmpty());
        }
    }

    private int wait(String email, String password) {
        Problem problem = refused(() -> login(a, email, password));
        assertEquals("too-many-tries", problem.code());
        assertEquals(Problem.Kind.TOO_MANY, problem.kind());
        return (Integer) problem.members().get("retryAfter");
    }

    @Test
    @DisplayName("after 4 wrong passwords the right one is taken, after 5 it is not, account or not")
    void limit() {
        wrong("sam@example.com", 4);
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
        wrong("SAM@example.com", 5);
        assertEquals(60, wait("sam@example.com", PASSWORD));
        wrong("nobody@example.com", 5);
        assertEquals(60, wait("nobody@example.com", PASSWORD));
        ready(staff(b, "sam@example.com", "support", null), b);
        assertTrue(login(b, "sam@example.com", PASSWORD).isPresent());
    }

    @Test
    @DisplayName("the wait ends to the millisecond, and is longer each time; a success forgets all")
    void growing() {
        wrong("sam@example.com", 5);
        platform.clock().advance(Duration.ofSeconds(60).minusMillis(1));
        assertEquals(1, wait("sam@example.com", PASSWORD));
        platform.clock().advance(Duration.ofMillis(1));
        wrong("sam@example.com", 1);
        assertEquals(120, wait("sam@example.com", PASSWORD));
        platform.clock().advance(Duration.ofSeconds(120));
        wrong("sam@example.com", 1);
        assertEquals(240, wait("sam@example.com", PASSWORD));
        platform.clock().advance(Duration.ofSeconds(240));
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
        wrong("sam@example.com", 5);
        assertEquals(60, wait("sam@example.com", PASSWORD));
    }

    @Test
    @DisplayName("5 wrong passwords count within 15 minutes: at 14:59.999 since the first they do, at 15:00 not")
    void window() {
        wrong("sam@example.com", 4);
        platform.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        wrong("sam@example.com", 1);
        assertEquals(60, wait("sam@example.com", PASSWORD));
        wrong("nobody@example.com", 4);
        platform.clock().advance(Duration.ofMinutes(15));
        wrong("nobody@example.com", 4);
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
    }

    @Test
    @DisplayName("from one computer 50 wrong passwords are judged; then not even another address is")
    void computer() {
        for (int i = 0; i < 49; i++) {
            assertTrue(from("one", "nobody" + i + "@example.com", "wrong-1").isEmpty());
        }
        assertTrue(from("one", "sam@example.com", PASSWORD).isPresent());
        assertTrue(from("one", "sam@example.com", PASSWORD).isPresent());
        assertTrue(from("one", "other@example.com", "wrong-1").isEmpty());
        assertEquals(
                "too-many-tries",
                refused(() -> from("one", "sam@example.com", PASSWORD)).code());
        assertTrue(from("two", "sam@example.com", PASSWORD).isPresent());
    }

    private Optional<Issued> from(String computer, String email, String password) {
        return tokens.login(a, new Login(email, password, null, computer), Set.of());
    }

    /** Wrong passwords for an address from networks that have made none yet, four from each: no network has too many. */
    private void guesses(String email, int times, String networks) {
        for (int i = 0; i < times; i++) {
            assertTrue(from(networks + i / 4, email, "wrong-1").isEmpty(), "guess " + i);
        }
    }

    private int waitFrom(String network, String email) {
        return (Integer) refused(() -> from(network, email, PASSWORD)).members().get("retryAfter");
    }

    @Test
    @DisplayName("5 wrong passwords from one network shut out nobody elsewhere, account or not")
    void stranger() {
        for (String email : List.of("sam@example.com", "nobody@example.com")) {
            for (int i = 0; i < 5; i++) {
                assertTrue(from("stranger " + email, email, "wrong-1").isEmpty());
            }
            assertEquals(60, waitFrom("stranger " + email, email));
        }
        assertTrue(from("home", "sam@example.com", PASSWORD).isPresent());
        assertTrue(from("home", "nobody@example.com", PASSWORD).isEmpty());
    }

    @Test
    @DisplayName(
            "100 wrong passwords for one address from everywhere are judged within an hour, account or not, no more")
    void everywhere() {
        guesses("sam@example.com", 99, "x");
        assertTrue(from("new", "sam@example.com", "wrong-1").isEmpty());
        platform.clock().advance(Duration.ofMinutes(59));
        assertEquals(60, waitFrom("newer", "sam@example.com"));
        platform.clock().advance(Duration.ofMinutes(1).minusMillis(1));
        assertEquals(1, waitFrom("newer", "sam@example.com"));
        platform.clock().advance(Duration.ofMillis(1));
        assertTrue(from("newer", "sam@example.com", PASSWORD).isPresent());
        guesses("nobody@example.com", 100, "y");
        assertEquals(3600, waitFrom("new", "nobody@example.com"));
        guesses("SAM@example.com", 100, "z");
        forgot(a, "sam@example.com");
        reset(a, token(a, "sam@example.com"), "another-2");
        assertTrue(from("newest", "sam@example.com", "another-2").isPresent());
    }

    @Test
    @DisplayName(
            "where the right password came from within 30 days it is taken, however many wrong ones come from elsewhere")
    void known() {
        assertTrue(from("home", "sam@example.com", PASSWORD).isPresent());
        platform.clock().advance(Duration.ofDays(30).minusMillis(1));
        guesses("sam@example.com", 100, "x");
        assertTrue(refused(() -> from("new", "sam@example.com", PASSWORD)) != null);
        for (int i = 0; i < 5; i++) {
            assertTrue(from("home", "sam@example.com", "wrong-1").isEmpty());
        }
        assertEquals(60, waitFrom("home", "sam@example.com"));
        platform.clock().advance(Duration.ofMillis(1));
        platform.clock().advance(Duration.ofMinutes(1));
        assertTrue(waitFrom("home", "sam@example.com") > 60);
        platform.clock().advance(Duration.ofHours(1));
        assertTrue(from("home", "sam@example.com", PASSWORD).isPresent());
        platform.advance(Duration.ofDays(20));
        guesses("sam@example.com", 100, "y");
        assertTrue(from("home", "sam@example.com", PASSWORD).isPresent());
    }

    @Test
    @DisplayName("20 guesses at once are not more than 5")
    void atOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> guess = () -> {
                try {
                    return login(a, "sam@example.com", "wrong-1").isEmpty();
                } catch (Problem problem) {
                    assertEquals("too-many-tries", problem.code());
                    return false;
                }
            };
            int judged = 0;
            for (Future<Boolean> done :
                    pool.invokeAll(Stream.generate(() -> guess).limit(20).toList())) {
                judged += done.get() ? 1 : 0;
            }
            assertEquals(5, judged);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("a new password by mailed link lets the owner in at once")
    void owner() {
        wrong("sam@example.com", 5);
        forgot(a, "sam@example.com");
        reset(a, token(a, "sam@example.com"), "another-2");
        assertTrue(login(a, "sam@example.com", "another-2").isPresent());
    }

    @Test
    @DisplayName("after a quiet day nothing is left")
    void quiet() {
        wrong("sam@example.com", 5);
        platform.advance(Duration.ofDays(1));
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
        wrong("sam@example.com", 4);
        platform.advance(Duration.ofDays(2));
        wrong("sam@example.com", 4);
    }
}
