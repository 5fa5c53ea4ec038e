package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    @Test
    @DisplayName("a hash is salted, says its cost, and is stale where another cost is asked")
    void hash() {
        try (TestDatabase database = TestDatabase.derby()) {
            PasswordHashes dear = new PasswordHashes(database.unitOfWork());
            PasswordHashes cheap = dear.at(4, 8, 1);
            String kept = dear.hash("secret-1");
            assertTrue(kept.startsWith("$scrypt$ln=14,r=8,p=5$"), kept);
            assertTrue(kept.length() <= 200);
            assertTrue(dear.matches("secret-1", kept));
            assertFalse(dear.matches("secret-2", kept));
            assertTrue(cheap.matches("secret-1", kept));
            assertFalse(dear.isStale(kept));
            assertTrue(cheap.isStale(kept));
            assertNotEquals(cheap.hash("secret-1"), cheap.hash("secret-1"));
            assertFalse(cheap.matches("secret-1", null));
        }
    }

    @Test
    @DisplayName("the same letters written in two ways are the same password")
    void normal() {
        try (TestDatabase database = TestDatabase.derby()) {
            PasswordHashes hashes = new PasswordHashes(database.unitOfWork()).at(4, 8, 1);
            assertTrue(hashes.matches("caffe\u0301-12", hashes.hash("caff\u00e9-12")));
        }
    }

    @Test
    @DisplayName("no password is worked on while a transaction waits")
    void outside() {
        try (TestDatabase database = TestDatabase.derby()) {
            PasswordHashes hashes = new PasswordHashes(database.unitOfWork()).at(4, 8, 1);
            assertEquals(
                    "no password is worked on in a unit of work",
                    assertThrows(IllegalStateException.class, () -> database.callers()
                                    .as(org.bottega.api.Caller.operator(null, "t"), () -> database.unitOfWork()
                                            .call(() -> hashes.hash("secret-1"))))
                            .getMessage());
        }
    }
}
