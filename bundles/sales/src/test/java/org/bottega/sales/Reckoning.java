package org.bottega.sales;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bottega.core.testing.TestPlatform;
import org.bottega.sales.Diary.What;

/** What is wrong in the books of acme after a crash, once nothing is under way any more: it should be nothing. */
final class Reckoning {

    private static final Set<String> PAID = Set.of("APPROVED", "REFUNDED");
    private static final List<String> AT_SALE = List.of("access", "receipt", "sale");

    /** What was commanded to the gateway of one purchase. */
    private record Moved(int times, long amount) {
        static final Moved NOTHING = new Moved(0, 0);

        Moved plus(long more) {
            return new Moved(times + 1, amount + more);
        }
    }

    private final TestPlatform platform;
    private final Map<String, Moved> charged = new HashMap<>();
    private final Map<String, Moved> returned = new HashMap<>();
    private final Map<String, Map<String, Integer>> mails = new HashMap<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, String> status = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private Reckoning(TestPlatform platform) {
        this.platform = platform;
    }

    /** The address of the buyer under a key. */
    static String email(String key) {
        return key + "@example.com";
    }

    static List<String> wrong(TestPlatform platform, Diary diary) {
        Reckoning reckoning = new Reckoning(platform);
        reckoning.look();
        reckoning.compare(diary);
        return reckoning.wrong;
    }

    /** Purchases by key as they stand now. */
    static Map<String, String> statusByKey(TestPlatform platform) {
        Reckoning reckoning = new Reckoning(platform);
        reckoning.look();
        Map<String, String> found = new TreeMap<>();
        reckoning.byKey.forEach((key, id) -> found.put(key, reckoning.status.get(id)));
        return found;
    }

    private void look() {
        String gateway = " from sales_sandbox s left join sales_payment p on p.tenant_id = s.tenant_id and p.id = ";
        String real = " where s.tenant_id = 'acme' and s.refused = false and s.kind = ";
        read("select p.purchase_id, s.amount" + gateway + "s.id" + real + "'CHARGE'", row -> moved(charged, row));
        read(
                "select p.purchase_id, s.amount" + gateway + "s.charge_id" + real + "'REFUND'",
                row -> moved(returned, row));
        read(
                "select about, template, count(*) from core_mail where tenant_id = 'acme' group by about, template",
                row -> mails.computeIfAbsent(row[0], about -> new TreeMap<>()).put(row[1], Integer.parseInt(row[2])));
        read(
                "select id, buyer_email, status, amount, refunded from sales_purchase where tenant_id = 'acme'",
                this::purchase);
        String told = "select event_type, aggregate, count(*) from core_event where tenant_id = 'acme'"
                + " and (event_type like '%PurchaseApproved' or event_type like '%PurchaseRefunded')"
                + " group by event_type, aggregate having count(*) > 1";
        read(told, row -> wrong.add("told twice: " + String.join(" ", row)));
        read(
                "select listener, aggregate from core_delivery where tenant_id = 'acme'",
                row -> wrong.add("not delivered: " + String.join(" ", row)));
    }

    private void moved(Map<String, Moved> sums, String[] row) {
        if (row[0] == null) {
            wrong.add("money without a payment");
        } else {
            sums.merge(row[0], Moved.NOTHING.plus(Long.parseLong(row[1])), (a, b) -> a.plus(b.amount()));
        }
    }

    private void purchase(String[] row) {
        String id = row[0];
        status.put(id, row[2]);
        String key = row[1].replace("@example.com", "");
        String other = byKey.put(key, id);
        if (other != null) {
            wrong.add("two purchases under one key: " + id + " " + other);
        }
        boolean paid = PAID.contains(row[2]);
        boolean back = row[2].equals("REFUNDED");
        long amount = Long.parseLong(row[3]);
        if (!paid && !row[2].equals("CANCELLED")) {
            wrong.add("unfinished: " + String.join(" ", row));
        }
        expect(id + " charged", paid ? new Moved(1, amount) : Moved.NOTHING, charged.getOrDefault(id, Moved.NOTHING));
        expect(id + " returned", back ? new Moved(1, amount) : Moved.NOTHING, returned.getOrDefault(id, Moved.NOTHING));
        expect(id + " refunded", back ? amount : 0L, Long.parseLong(row[4]));
        Map<String, Integer> wanted = new TreeMap<>();
        if (paid) {
            AT_SALE.forEach(template -> wanted.put(template, 1));
        }
        if (back) {
            wanted.put("refund-buyer", 1);
        }
        Map<String, Integer> written = new TreeMap<>(mails.getOrDefault(id, Map.of()));
        written.keySet().retainAll(Set.of("access", "receipt", "sale", "refund-buyer"));
        expect(id + " mails", wanted, written);
    }

    private void expect(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            wrong.add(what + ": " + found + " instead of " + wanted);
        }
    }

    /** With what clients were told. */
    private void compare(Diary diary) {
        diary.of(What.ASK_SALE).keySet().stream()
                .filter(key -> !byKey.containsKey(key))
                .forEach(key -> wrong.add("no purchase under " + key));
        diary.of(What.SOLD).forEach((key, line) -> expect("sold under " + key, line.about(), byKey.get(key)));
        diary.of(What.REFUNDED)
                .values()
                .forEach(line -> expect("refund of " + line.about(), "REFUNDED", status.get(line.about())));
    }

    private void read(String sql, java.util.function.Consumer<String[]> rows) {
        platform.as(Shop.ACME, () -> platform.unitOfWork().run(() -> {
            Connection connection = platform.database().connection();
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    String[] row = new String[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = result.getString(i + 1);
                    }
                    rows.accept(row);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }));
    }
}
