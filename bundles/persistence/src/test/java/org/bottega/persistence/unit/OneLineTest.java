package org.bottega.persistence.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    @DisplayName("what Flyway tells over many lines fits into a row of a table")
    void manyLines() {
        String told =
                "Script V2__x.sql failed\n-----------------------\nSQL State  : 42X05\nMessage    : No table X\n\n";
        assertEquals("Script V2__x.sql failed; SQL State : 42X05; Message : No table X", UnitExtender.oneLine(told));
        assertEquals("as it is - and stays", UnitExtender.oneLine("as it is - and stays"));
    }
}
