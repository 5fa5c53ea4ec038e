package org.bottega.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bottega.itests.harness.Console;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Outcome;
import org.bottega.itests.harness.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's commands: help, tables, exit codes. */
@Order(15)
class ConsoleIT {

    private static Console console;

    @BeforeAll
    static void open() {
        console = Platform.shared().console();
        console.run(
                        "tenant:create console --title Console --zone Europe/Rome --locale it",
                        "module:enable --tenant console sales",
                        "seller:create --tenant console shoes --name Shoes --email shoes@shop.example")
                .ok();
    }

    /** Those that the README names, such as {@code tenant:list|show}. */
    private static List<String> commands() throws IOException {
        String readme = Files.readString(Home.root().resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Console"), readme.indexOf("## Backing"));
        return Pattern.compile("\\b(?!jdbc:)([a-z]+):([a-z]+[a-z|-]*)")
                .matcher(section)
                .results()
                .flatMap(named -> Stream.of(named.group(2).split("[|]")).map(name -> named.group(1) + ":" + name))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("every command that the README names is there and explains itself")
    void help() throws IOException {
        List<String> commands = commands();
        assertTrue(commands.size() > 40 && commands.contains("sales:refund-approve"), commands::toString);
        String[] lines = commands.stream()
                .flatMap(command -> Stream.of("echo HELP-OF-" + command, command + " --help"))
                .toArray(String[]::new);
        String output = console.run(lines).ok().output();
        for (String command : commands) {
            String own = output.substring(output.indexOf("HELP-OF-" + command))
                    .lines()
                    .skip(1)
                    .limit(6)
                    .toList()
                    .toString();
            assertTrue(own.contains("DESCRIPTION") && own.contains(command), () -> command + ": " + own);
        }
    }

    static Stream<String[]> tables() {
        return Stream.of(
                new String[] {"tenant:list", "console", "Europe/Rome"},
                new String[] {"tenant:show console", "console", "Europe/Rome"},
                new String[] {"seller:list --tenant console", "shoes", "shoes@shop.example"},
                new String[] {"module:list", "sales", "1.0.0"},
                new String[] {"module:list --tenant console", "sales", "1.0.0"},
                new String[] {"audit:list --tenant console --limit 50", "seller", "shoes"});
    }

    @Test
    @DisplayName("lists are tables that hold what they should")
    void lists() {
        tables().forEach(row -> {
            String output = console.run(row[0]).ok().output();
            assertTrue(output.contains(row[1]) && output.contains(row[2]), () -> row[0] + ": " + output);
        });
        console.run(
                        "mail:list --tenant console",
                        "outbox:list --tenant console",
                        "outbox:list",
                        "client:list --tenant console")
                .ok();
    }

    @ParameterizedTest
    @DisplayName("what cannot be done ends with a sentence and an exit code")
    @ValueSource(
            strings = {
                "tenant:create console --title Again --zone Europe/Rome --locale it",
                "tenant:create Not_A_Slug --title X --zone Europe/Rome --locale it",
                "tenant:create other --title X --zone Mars/Olympus --locale it",
                "tenant:show nobody",
                "seller:list --tenant nobody",
                "module:enable --tenant console nomodule",
                "client:create --tenant console --label X --permission sales:everything",
                "mail:show --tenant console 00000000000000000000000000",
                "sales:import --tenant console --seller shoes --currency GBP /no/such/file.csv",
                "no:command"
            })
    void refused(String command) {
        Outcome outcome = console.run(command);
        assertNotEquals(0, outcome.exit(), outcome::output);
        assertTrue(!outcome.output().isBlank(), "says why");
        assertTrue(!outcome.output().contains("\tat "), () -> "a sentence, not a stack trace: " + outcome.output());
    }

    @Test
    @DisplayName("creating again is fine when asked for with --if-absent")
    void again() {
        assertEquals(
                0,
                console.run("tenant:create console --title Console --zone Europe/Rome --locale it --if-absent")
                        .exit());
    }

    @Test
    @DisplayName("a client is made, and revoked at once")
    void clients() {
        String json = console.run("client:create --tenant console --label till --permission sales:read --json")
                .ok()
                .jsonLines()
                .get(0);
        String id = json.replaceAll(".*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertTrue(console.run("client:list --tenant console").ok().output().contains(id));
        console.run("client:revoke --tenant console " + id).ok();
    }
}
