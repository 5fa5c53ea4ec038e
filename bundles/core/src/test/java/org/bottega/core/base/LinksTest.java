package org.bottega.core.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestCore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinksTest extends PlatformTest {

    private static String sign(String tenant, String purpose, String value) {
        return platform.as(tenant, () -> platform.links().sign(purpose, value));
    }

    private static Optional<String> verify(String tenant, String purpose, String token) {
        return platform.as(tenant, () -> platform.links().verify(purpose, token));
    }

    @Test
    @DisplayName("a token gives its value back, at its own tenant and for its own purpose only")
    void signed() {
        platform.newTenant("link-a");
        platform.newTenant("link-b");
        String token = sign("link-a", "sales.access", "HP1234|3|é");
        assertTrue(token.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}"), token);
        assertEquals(token, sign("link-a", "sales.access", "HP1234|3|é"));
        assertEquals(Optional.of("HP1234|3|é"), verify("link-a", "sales.access", token));
        assertEquals(Optional.empty(), verify("link-a", "sales.receipt", token));
        assertEquals(Optional.empty(), verify("link-b", "sales.access", token));
    }

    @Test
    @DisplayName("a token with any character changed, added or removed is nothing")
    void forged() {
        platform.newTenant("forge-a");
        String token = sign("forge-a", "p", "HP1234");
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertEquals(Optional.empty(), verify("forge-a", "p", changed), changed);
        }
        assertEquals(Optional.empty(), verify("forge-a", "p", token + "A"));
        assertEquals(Optional.empty(), verify("forge-a", "p", token + "="));
        assertEquals(Optional.empty(), verify("forge-a", "p", token.substring(1)));
        assertEquals(Optional.empty(), verify("forge-a", "p", "."));
        assertEquals(Optional.empty(), verify("forge-a", "p", "*.*"));
        assertEquals(Optional.empty(), verify("forge-a", "p", "HP1234"));
        assertEquals(Optional.empty(), verify("forge-a", "p", null));
    }

    @Test
    @DisplayName("addresses begin with the public address")
    void address() {
        assertEquals(TestCore.ADDRESS + "/api/x", platform.links().address("/api/x"));
        assertThrows(IllegalArgumentException.class, () -> platform.links().address("api/x"));
    }
}
