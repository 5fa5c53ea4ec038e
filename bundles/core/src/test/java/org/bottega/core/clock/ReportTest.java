package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report of a move")
class ReportTest {

    @Test
    @DisplayName("has each line once, in one line, in order, behind those of before")
    void once() {
        Report report = new Report(List.of("first"));
        report.accept("second\n\t half");
        report.accept("first");
        assertEquals(List.of("first", "second half"), report.lines());
    }

    @Test
    @DisplayName("keeps 100 lines and says when there are more")
    void most() {
        Report report = new Report(List.of());
        List<String> lines = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();
        lines.forEach(report);
        assertEquals(lines, report.lines());
        report.accept("one more");
        report.accept("two more");
        assertEquals(101, report.lines().size());
        assertEquals("and more", report.lines().get(100));
    }

    @Test
    @DisplayName("cuts a line at 500 characters")
    void length() {
        Report report = new Report(List.of());
        report.accept("x".repeat(500));
        report.accept("y".repeat(501));
        assertEquals(List.of("x".repeat(500), "y".repeat(500)), report.lines());
    }
}
