package org.bottega.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommandsTest extends PlatformTest {

    private static int tenants;

    private String a;
    private TestConsole console;

    @BeforeEach
    void open() {
        if (!platform.modules().permissions().contains("sales:read")) {
            platform.module(module("sales"));
            platform.module(module("tickets", "sales"));
        }
        a = "shell-a" + ++tenants;
        console = new TestConsole(
                        platform.callers(),
                        platform.tenants(),
                        platform.sellers(),
                        platform.modules(),
                        platform.core().moduleDesk(),
                        platform.core().clients(),
                        platform.core().audit())
                .with(TenantCreate.class, TenantList.class, TenantShow.class, SellerCreate.class, SellerList.class)
                .with(ModuleList.class, ModuleEnable.class, ModuleDisable.class, AuditList.class)
                .with(ClientCreate.class, ClientList.class, ClientRevoke.class)
                .with(TenantCompleter.class, SellerCompleter.class, ModuleCompleter.class)
                .with(ClientCompleter.class, PermissionCompleter.class, ZoneCompleter.class);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private Result run(String line) {
        return console.run(line.replace("$a", a));
    }

    private String good(String line) {
        Result result = run(line);
        assertEquals(0, result.status(), result.toString());
        assertEquals("", result.err());
        return result.out();
    }

    private String bad(String line) {
        Result result = run(line);
        assertEquals(1, result.status(), result.toString());
        return result.out().strip();
    }

    private JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(good(line));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("tenant:create tells what it did; again is a failure, unless --if-absent")
    void tenantCreate() {
        assertEquals(
                "Marketplace " + a + " is created.",
                good("tenant:create $a --title 'A shop' --zone Europe/Rome --locale it")
                        .strip());
        assertEquals("there is a marketplace " + a + " already", bad("tenant:create $a --title Other"));
        assertEquals(
                "Marketplace " + a + " exists already.",
                good("tenant:create $a --title Other --if-absent").strip());
        JsonNode shown = json("tenant:show $a --json");
        assertEquals("A shop", shown.get("title").asText());
        assertEquals("it", shown.get("locale").asText());
        assertTrue(good("tenant:list").contains("A shop"));
        assertEquals(
                a,
                json("tenant:create $a --title T --if-absent --json").get("id").asText());
    }

    @Test
    @DisplayName("a refusal is one sentence, without a stack trace, and status 1")
    void refusals() {
        platform.newTenant(a);
        assertEquals("there is no tenant nowhere", bad("seller:list --tenant nowhere"));
        assertEquals("there is no tenant nowhere", bad("module:list --tenant nowhere"));
        assertEquals("there is no tenant nowhere", bad("tenant:show nowhere"));
        assertTrue(bad("tenant:create Acme --title T").startsWith("id: "));
        assertTrue(bad("tenant:create acme9 --title T --zone Mars").startsWith("zone: "));
        assertTrue(bad("tenant:create acme9 --title T --locale klingon").startsWith("locale: "));
        assertTrue(bad("audit:list --tenant $a --limit 0").startsWith("limit: "));
        assertEquals(1, run("tenant:create").status());
        assertEquals(1, run("tenant:create acme9 --titel T").status());
    }

    @Test
    @DisplayName("help tells what is required, by its long name, and that an argument is one")
    void required() {
        assertEquals("--tenant: is required; --help shows how", bad("module:enable sales"));
        assertEquals("--tenant: is required; --help shows how", bad("seller:list"));
        assertEquals("--title: is required; --help shows how", bad("tenant:create acme9"));
        assertTrue(bad("tenant:create acme9 second --title T").startsWith("there is no further argument: second"));
        String help = good("module:enable --help");
        assertTrue(help.contains("Id of the marketplace (required)"), help);
        assertTrue(help.contains("module:enable [options] module [options]"), help);
        int argument = help.indexOf("Id of the module");
        assertFalse(
                help.substring(argument, help.indexOf("Options may stand here")).contains("multi-valued"), help);
    }

    @Test
    @DisplayName("a seller takes the marketplace's zone and language unless it has its own")
    void sellers() {
        good("tenant:create $a --title A --zone Europe/Rome --locale it");
        JsonNode anna = json("seller:create --tenant $a anna --name Anna --email anna@example.com --json");
        assertEquals("Europe/Rome", anna.get("zone").asText());
        assertEquals("it", anna.get("locale").asText());
        good("seller:create --tenant $a bruno --name 'Bruno B' --email b@example.com"
                + " --support-email help@example.com --zone America/Sao_Paulo --locale pt-BR");
        JsonNode bruno = json("seller:list --tenant $a --json").get(1);
        assertEquals("help@example.com", bruno.get("supportEmail").asText());
        assertEquals("America/Sao_Paulo", bruno.get("zone").asText());
        assertEquals("pt-BR", bruno.get("locale").asText());
        assertEquals(
                "there is a seller anna already",
                bad("seller:create --tenant $a anna --name Anna --email anna@example.com"));
        good("seller:create --tenant $a anna --name Anna --email anna@example.com --if-absent");
    }

    @Test
    @DisplayName("modules are listed, switched on and off")
    void modules() {
        platform.newTenant(a);
        assertEquals("module tickets requires sales to be on first", bad("module:enable --tenant $a tickets"));
        good("module:enable --tenant $a sales");
        good("module:enable --tenant $a tickets");
        assertTrue(json("module:list --tenant $a --json").get(0).get("on").asBoolean());
        assertFalse(json("module:list --json").get(0).has("on"));
        assertEquals(
                "module sales is required by tickets: switch that off first", bad("module:disable --tenant $a sales"));
        good("module:disable --tenant $a tickets");
        assertTrue(good("module:disable --tenant $a sales").contains("is off"));
        assertTrue(bad("module:enable --tenant $a ghosts").contains("deployed are: sales, tickets"));
    }

    @Test
    @DisplayName("client:create prints a secret that logs in; --permission is repeatable, or all")
    void clients() {
        platform.newTenant(a);
        platform.newSeller(a, "anna");
        JsonNode made = json("client:create --tenant $a --label Shop --seller anna"
                + " --permission sales:read --permission sales:write --json");
        String id = made.get("id").asText();
        assertEquals(
                Set.of("sales:read", "sales:write"),
                platform.core()
                        .tokens()
                        .issue(a, id, made.get("secret").asText(), Set.of())
                        .orElseThrow()
                        .scope());
        platform.clock().advance(Duration.ofMillis(1));
        assertEquals(
                platform.modules().permissions().size(),
                json("client:create --tenant $a --label All --permission all --json")
                        .get("permissions")
                        .size());
        assertTrue(bad("client:create --tenant $a --label X --permission sales:fly")
                .contains("sales:fly"));
        assertEquals(List.of(id), console.complete("client:revoke --tenant " + a + " " + id.substring(0, 8)));
        good("client:revoke --tenant $a " + id);
        assertFalse(
                json("client:list --tenant $a --json").get(1).get("revokedAt").isNull());
        assertEquals(
                "OPERATOR karaf",
                json("audit:list --tenant $a --action client.revoke --json")
                        .get(0)
                        .get("actor")
                        .asText());
    }

    @Test
    @DisplayName("the tabulator key offers marketplaces, sellers, modules, permissions and zones")
    void completion() {
        platform.newTenant(a);
        platform.newSeller(a, "anna");
        assertEquals(List.of(a), console.complete("seller:list --tenant " + a));
        assertEquals(List.of(a), console.complete("tenant:show " + a));
        assertEquals(List.of("tickets"), console.complete("module:enable --tenant " + a + " ti"));
        assertEquals(List.of("anna"), console.complete("client:create --tenant " + a + " --seller an"));
        assertEquals(List.of("all"), console.complete("client:create --permission al"));
        assertEquals(List.of("Europe/Rome"), console.complete("tenant:create x --zone Europe/Ro"));
    }

    @Test
    @DisplayName("--help says what happens, with an example")
    void help() {
        Result help = run("tenant:create --help");
        assertTrue(help.out().contains("Exit status 1 when it exists already"), help.toString());
        assertTrue(help.out().contains("--zone Europe/Rome"), help.toString());
    }
}
