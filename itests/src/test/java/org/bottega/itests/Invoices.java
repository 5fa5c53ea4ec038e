package org.bottega.itests;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file of real invoices, counted by the test itself: what the platform must agree with. */
record Invoices(List<Line> lines) {

    /** One invoice; the amount in pence, rounded half up. */
    record Line(String number, LocalDate date, String customer, long pence) {
        static Line parse(String text) {
            String[] part = text.split(",");
            long pence = new BigDecimal(part[3])
                    .setScale(2, RoundingMode.HALF_UP)
                    .movePointRight(2)
                    .longValueExact();
            return new Line(part[0], LocalDate.parse(part[1]), part[2], pence);
        }

        String email() {
            return "customer-" + customer + "@example.com";
        }
    }

    /** How many, and how much in pence. */
    record Sum(long count, long pence) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, pence + other.pence);
        }
    }

    static Invoices read(Path file) throws IOException {
        List<String> all = Files.readAllLines(file);
        return new Invoices(all.subList(1, all.size()).stream().map(Line::parse).toList());
    }

    Sum total() {
        return lines.stream().map(l -> new Sum(1, l.pence())).reduce(new Sum(0, 0), Sum::plus);
    }

    Map<String, Sum> byCustomer() {
        return by(Line::customer);
    }

    Map<YearMonth, Sum> byMonth() {
        return by(l -> YearMonth.from(l.date()));
    }

    private <K extends Comparable<K>> Map<K, Sum> by(Function<Line, K> key) {
        return lines.stream().collect(Collectors.toMap(key, l -> new Sum(1, l.pence()), Sum::plus, TreeMap::new));
    }
}
