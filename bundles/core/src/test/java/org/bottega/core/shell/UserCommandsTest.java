package org.bottega.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserCommandsTest extends PlatformTest {

    private static int tenants;

    private String a;
    private TestConsole console;

    @BeforeEach
    void open() {
        if (platform.modules().permissions().stream().noneMatch("sales:read"::equals)) {
            platform.module(module("sales"));
        }
        a = "people-" + ++tenants;
        platform.newTenant(a);
        platform.newSeller(a, "anna");
        console = new TestConsole(
                        platform.callers(),
                        platform.tenants(),
                        platform.sellers(),
                        platform.modules(),
                        platform.core().people().users(),
                        platform.core().people().roles())
                .with(UserCreate.class, UserList.class, UserDisable.class, UserEnable.class)
                .with(RoleCreate.class, RoleList.class, RoleCompleter.class, UserCompleter.class)
                .with(TenantCompleter.class, SellerCompleter.class, PermissionCompleter.class);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String run(int status, String line) {
        Result result = console.run(line.replace("$a", a));
        assertEquals(status, result.status(), result.toString());
        return result.out().strip();
    }

    private JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(run(0, line));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("users are added, listed, disabled and enabled")
    void users() {
        JsonNode sam = json("user:create --tenant $a sam@example.com --role administrator --seller anna --json");
        String id = sam.get("id").asText();
        assertEquals("anna", sam.get("seller").asText());
        run(0, "user:create --tenant $a bea@example.com --buyer --name Bea --locale it");
        assertEquals(
                "somebody has that address already", run(1, "user:create --tenant $a sam@example.com --role support"));
        assertTrue(run(0, "user:create --tenant $a sam@example.com --role support --if-absent")
                .endsWith("exists already."));
        assertEquals(2, json("user:list --tenant $a --json").size());
        assertEquals(
                "it",
                json("user:list --tenant $a --buyers --json")
                        .get(0)
                        .get("locale")
                        .asText());
        assertEquals(0, json("user:list --tenant $a --role support --json").size());
        assertTrue(run(0, "user:disable --tenant $a " + id).endsWith("is disabled."));
        assertTrue(json("user:list --tenant $a --email SAM@example.com --json")
                .get(0)
                .get("disabledAt")
                .isTextual());
        run(0, "user:enable --tenant $a " + id);
        assertEquals("there is no user ghost", run(1, "user:disable --tenant $a ghost"));
        assertEquals(List.of(id), console.complete("user:disable --tenant " + a + " " + id));
        assertTrue(run(1, "user:create --tenant $a x@example.com").contains("id of a role"));
    }

    @Test
    @DisplayName("roles are added and listed, and offered by the tabulator key")
    void roles() {
        run(0, "role:create --tenant $a clerk --permission sales:read");
        JsonNode list = json("role:list --tenant $a --json");
        assertEquals("administrator", list.get(0).get("id").asText());
        assertEquals("sales:read", list.get(2).get("permissions").get(0).asText());
        assertEquals("there is a role clerk already", run(1, "role:create --tenant $a clerk --permission sales:read"));
        assertEquals(List.of("clerk"), console.complete("user:create --tenant " + a + " x@example.com --role cl"));
    }
}
