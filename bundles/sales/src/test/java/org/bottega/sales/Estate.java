package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bottega.api.Caller;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.platform.Passwords;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequests.Ask;

/** What somebody leaves behind at a marketplace. */
final class Estate {

    static final String ZOE = "zoe.quill@example.com";
    static final String ADA = "ada@example.com";
    static final String NAME = "Zoë Quillfeather";
    static final String TAX = "QF-771-204";
    static final String[] HERS = {ZOE, NAME, TAX, "QF771204", "so very ill"};
    static final int CHUNK = 256 * 1024;

    private Estate() {}

    /** A purchase, a claim in her own words, an account, a file and an import that tell of her. */
    static Purchase live(Shop shop, String tenant, String email, String name, String tax) {
        Offer offer = shop.platform.as(tenant, () -> shop.offer(ANNA, 1250));
        NewBuyer buyer = new NewBuyer(email, name, tax, Locale.ENGLISH);
        NewPurchase order = new NewPurchase(offer.id(), buyer, TestCard.APPROVED.number());
        Purchase sold = shop.platform.as(tenant, () -> shop.checkout.sell(shop.key(), order));
        shop.platform.drain();
        Caller herself =
                Caller.buyer(tenant, "buyer-7", email, shop.platform.modules().buyerPermissions(), "test");
        shop.platform
                .callers()
                .as(
                        herself,
                        () -> shop.returns.requests.open(
                                sold.transaction(),
                                new Ask(
                                        RefundReason.CHANGED_MIND,
                                        "so very " + (email.equals(ZOE) ? "ill" : "sorry"))));
        register(shop, tenant, email, name);
        shop.platform.as(tenant, () -> shop.platform
                .unitOfWork()
                .run(() -> shop.platform.audit().record("note", sold.transaction(), Map.of("said", name + " called"))));
        shop.platform.drain();
        return sold;
    }

    private static void register(Shop shop, String tenant, String email, String name) {
        var people = shop.platform.core().people();
        shop.platform.work(people.work());
        Caller nobody = Caller.anonymous(tenant, "test");
        shop.platform.callers().as(nobody, () -> {
            people.passwords().register(new Passwords.Ask(email, "192.0.2.1", name, Locale.ENGLISH));
            return null;
        });
        shop.platform.advance(Duration.ofSeconds(1));
        shop.platform.as(tenant, () -> shop.platform.unitOfWork().run(() -> {
            String values = "'" + tenant + "', '" + shop.platform.ids().next() + "', 'BUYER', '" + email + "', '"
                    + email + "', '" + name + "', 'en', 'scrypt', current_timestamp";
            run(
                    shop,
                    "insert into core_user (tenant_id, id, kind, email, email_key, name, locale, password_hash,"
                            + " created_at) values (" + values + ")");
        }));
    }

    /** Past every guard, in the open unit of work. */
    static void run(Shop shop, String sql) {
        try (var statement = shop.platform.database().connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static StoredFile file(Shop shop, String tenant, byte[] content) {
        return shop.platform.as(tenant, () -> {
            try {
                return shop.platform
                        .files()
                        .store("sales", "guests.txt", "text/plain", new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Her address lies across the border of two chunks. */
    static byte[] guests() {
        String line = "1," + ZOE + ',' + NAME + "\n2,azoe.quill@example.com,Ann\n";
        String before = "-".repeat(CHUNK - 11) + '\n';
        return (before + line + NAME + '\n').getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
