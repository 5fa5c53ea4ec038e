package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.AuditLog;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserChangesTest extends PeopleTest {

    private List<AuditLog.Entry> audited(String action) {
        return platform.as(a, () -> platform.core().audit().list(action, PageRequest.of(null, null)))
                .items();
    }

    @Test
    @DisplayName("who is disabled or enabled is shown so at once; each change is audited once, with the sessions ended")
    void enabling() {
        User sam = ready(staff(a, "sam@example.com", "support", null), a);
        login(a, "sam@example.com", PASSWORD).orElseThrow();
        User off = platform.as(a, () -> users.disable(sam.id()));
        assertEquals(sam.id(), off.id());
        assertFalse(off.enabled());
        assertFalse(platform.as(a, () -> users.disable(sam.id())).enabled());
        assertEquals(1, audited("user.disable").size());
        assertEquals("{\"sessions\":2}", audited("user.disable").get(0).details());
        assertTrue(platform.as(a, () -> users.enable(sam.id())).enabled());
        assertTrue(platform.as(a, () -> users.enable(sam.id())).enabled());
        assertEquals("{\"sessions\":0}", audited("user.enable").get(0).details());
        assertEquals(1, audited("user.enable").size());
    }

    @Test
    @DisplayName("a new role is shown at once, and audited with the one before")
    void role() {
        User sam = staff(a, "sam@example.com", "support", null);
        assertEquals(
                "administrator",
                platform.as(a, () -> users.changeRole(sam.id(), "administrator"))
                        .role());
        String line = audited("user.role").get(0).details();
        assertTrue(line.contains("\"before\":\"support\"") && line.contains("\"role\":\"administrator\""), line);
    }

    @Test
    @DisplayName("a page that is just full has no next")
    void fullPage() {
        staff(a, "one@example.com", "support", null);
        staff(a, "two@example.com", "support", null);
        var page = platform.as(a, () -> users.list(Filter.ALL, new PageRequest(2, null)));
        assertEquals(2, page.items().size());
        assertEquals(null, page.next());
    }
}
