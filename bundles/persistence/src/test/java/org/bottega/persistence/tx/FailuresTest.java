package org.bottega.persistence.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import javax.persistence.OptimisticLockException;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What failures of the database mean")
class FailuresTest {

    private static Throwable lost(String state) {
        return new OptimisticLockException("lost", new SQLException("said the database", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "40XL1", "40XL2"})
    @DisplayName("A lock or a time that was not given was waited for in vain: busy, whatever OpenJPA calls it")
    void inVain(String state) {
        assertTrue(Failures.isInVain(lost(state)));
        assertEquals("database-busy", ((Problem) Failures.translate(lost(state), false)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "XCL52"})
    @DisplayName("Lost races, deadlocks and duplicates were not waited for: they are run again however long they took")
    void lostRaces(String state) {
        assertFalse(Failures.isInVain(lost(state)));
        assertEquals("changed-meanwhile", ((Problem) Failures.translate(lost(state), false)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "XCL52", "X0Y84"})
    @DisplayName("What met too many others may come again")
    void busy(String state) {
        Problem problem = (Problem) Failures.translate(new SQLException("said the database", state), false);
        assertEquals("database-busy", problem.code());
        assertEquals(2, problem.members().get("retryAfter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "XSDG1", "40XD1"})
    @DisplayName("What is the database's own trouble is no conflict")
    void unavailable(String state) {
        Problem problem = (Problem) Failures.translate(new SQLException("said the database", state), false);
        assertEquals("database-unavailable", problem.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "55P03", "08006"})
    @DisplayName("When the commit itself fails, nobody knows how it ended: the same wish may be asked again")
    void atCommit(String state) {
        boolean duplicate = state.equals("23505");
        Problem problem = (Problem) Failures.translate(new SQLException("said the database", state), true);
        assertEquals(duplicate ? "exists-already" : "database-unavailable", problem.code());
    }
}
