package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.bottega.api.Problem;
import org.bottega.api.Problem.FieldError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String BEYOND = Character.toString(0x1D49C);

    private static List<String> broken(String password) {
        Problem problem = assertThrows(Problem.class, () -> PasswordRules.check("password", password));
        assertEquals(Problem.Kind.INVALID, problem.kind());
        assertEquals(problem.code(), problem.errors().get(0).code());
        problem.errors().forEach(error -> assertEquals("password", error.field()));
        return problem.errors().stream().map(FieldError::code).toList();
    }

    private static void good(String password) {
        assertDoesNotThrow(() -> PasswordRules.check("password", password));
    }

    @Test
    @DisplayName("ACC-04 7 and 20 characters are accepted, 6 and 21 are not")
    void length() {
        assertEquals(List.of("password-too-short"), broken("abcde1"));
        good("abcdef1");
        good("abcdefghij123456789x");
        assertEquals(List.of("password-too-long"), broken("abcdefghij1234567890x"));
    }

    @Test
    @DisplayName("ACC-04 characters are counted, not bytes and not halves of characters")
    void characters() {
        good("éééééé1");
        assertEquals(List.of("password-too-short"), broken("ééééé1"));
        good(BEYOND.repeat(6) + "1");
        assertEquals(List.of("password-too-short"), broken(BEYOND.repeat(5) + "1"));
        good(BEYOND.repeat(19) + "1");
        assertEquals(List.of("password-too-long"), broken(BEYOND.repeat(20) + "1"));
    }

    @Test
    @DisplayName("ACC-05 at least one letter and at least one digit, of any script")
    void letterAndDigit() {
        assertEquals(List.of("password-without-letter"), broken("1234567!"));
        assertEquals(List.of("password-without-digit"), broken("abcdefg!"));
        good("1234567a");
        good("abcdefg1");
        good("пароль٣!");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\u00a0", "\u2003", "\u3000"})
    @DisplayName("ACC-06 no space of any sort, in any place")
    void spaces(String space) {
        String word = "abc1234";
        IntStream.rangeClosed(0, word.length())
                .mapToObj(at -> word.substring(0, at) + space + word.substring(at))
                .forEach(with -> assertEquals(List.of("password-with-space"), broken(with)));
    }

    @Test
    @DisplayName("ACC-04 ACC-05 ACC-06 all rules that are broken are named at once")
    void all() {
        assertEquals(
                List.of(
                        "password-too-short",
                        "password-without-letter",
                        "password-without-digit",
                        "password-with-space"),
                broken(" "));
        assertEquals(List.of("password-too-short", "password-without-letter", "password-without-digit"), broken(null));
    }
}
