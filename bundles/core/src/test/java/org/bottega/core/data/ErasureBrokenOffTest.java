package org.bottega.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bottega.api.platform.DataDesk.Report;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An erasing that ends too early is begun again. */
class ErasureBrokenOffTest extends PersonFixture {

    private static List<String> numberless(String tenant) {
        return all(tenant).stream()
                .map(PersonErasureTest::plain)
                .map(row -> row.replaceAll("erased-[0-9a-z]{26}", "erased-"))
                .toList();
    }

    private static List<String> expected() {
        return PersonErasureTest.left("erased-@erased.invalid");
    }

    @Test
    @DisplayName(
            "broken off behind any of its steps and begun again, nothing of a buyer's is left and nothing done twice")
    void anywhere() {
        boolean ended = false;
        int steps = 0;
        for (; !ended; steps++) {
            String tenant = newTenant();
            live(tenant);
            insert(tenant, "wishes_photo", "D", ZOE, utf8(ACCOUNT_NAME + " " + ZOE), ACCOUNT_NAME);
            Broken unit = Broken.behind(platform.unitOfWork(), steps);
            ended = platform.as(tenant, () -> done(unit));
            platform.as(tenant, () -> shortDesk(Broken.behind(platform.unitOfWork(), -1))
                    .erasePerson(ZOE));
            List<String> rows = new ArrayList<>(expected());
            rows.add(12, "photo: D|erased-@erased.invalid|xxxxxxxxxxxxxxxxxxxx xxxxxxxxxxxxxxx|null");
            assertEquals(rows, numberless(tenant), "broken off behind " + steps);
        }
        assertTrue(steps > 20, "steps " + steps);
    }

    private static boolean done(Broken unit) {
        try {
            shortDesk(unit).erasePerson(ZOE);
            return true;
        } catch (Broken.Gone e) {
            return false;
        }
    }

    @Test
    @DisplayName("steps that are undone and run again by the database count once")
    void twice() {
        live(a);
        Report report = platform.as(
                a, () -> shortDesk(Broken.eachTwice(platform.unitOfWork())).erasePerson(ZOE));
        assertEquals(expected(), numberless(a));
        assertEquals(15, report.rows());
    }
}
