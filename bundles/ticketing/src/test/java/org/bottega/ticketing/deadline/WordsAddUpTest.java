package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsAddUpTest {

    private static final Pattern LENGTH = Pattern.compile("(\\d+) (hour|or|minut|second)");
    private static final Map<String, Long> SECONDS = Map.of("hour", 3600L, "or", 3600L, "minut", 60L, "second", 1L);

    @ParameterizedTest(name = "TKT-12 TKT-22 the lengths told add up to the policy''s, in {0}, for {1}")
    @CsvSource({"en, CUSTOMER, PT24H", "it, CUSTOMER, PT24H", "en, SELLER, PT5M", "it, SELLER, PT5M"})
    void addUp(Locale language, Actor actor, Duration length) {
        long seed = 20260307;
        Random random = new Random(seed);
        SellerDays days = new SellerDays(ZoneId.of("Asia/Beirut"), Clocks.holidays("2026-03-11", "2026-03-12"));
        for (int i = 0; i < 500; i++) {
            Instant opened = Instant.parse("2026-03-02T00:00:00Z").plusMillis(random.nextInt(14 * 86_400_000));

            Deadline deadline = ProcessingClock.deadline(
                    Opening.of(opened, actor, TicketType.REFUND), DeadlinePolicy.DEFAULT, days);

            Explanation told = Explanation.of(deadline, days.zone(), language);
            long sum =
                    told.segments().stream().mapToLong(WordsAddUpTest::seconds).sum();
            assertEquals(length.toSeconds(), sum, () -> "seed " + seed + ": " + told);
        }
    }

    private static long seconds(String sentence) {
        Matcher lengths = LENGTH.matcher(sentence.split(";")[0]);
        long sum = 0;
        while (lengths.find()) {
            sum += Long.parseLong(lengths.group(1)) * SECONDS.get(lengths.group(2));
        }
        return sum;
    }
}
