package org.bottega.sales;

import static org.bottega.sales.Shop.BRUNO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.imports.shell.SellerNames;
import org.bottega.sales.imports.shell.TenantNames;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.shell.ApproveCommand;
import org.bottega.sales.refund.shell.DeclineCommand;
import org.bottega.sales.refund.shell.RequestNames;
import org.bottega.sales.refund.shell.RequestsCommand;
import org.bottega.sales.refund.shell.StateNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code sales:refund-requests}, {@code sales:refund-approve}, {@code sales:refund-decline}. */
class RefundCommandsTest {

    private final Shop shop = Shop.shared();
    private final Purchase sold = shop.sold();
    private final RefundRequest asked = shop.returns.asked(sold);
    private final TestConsole console = new TestConsole(
                    shop.platform.callers(),
                    shop.platform.modules(),
                    shop.platform.tenants(),
                    shop.platform.sellers(),
                    shop.returns.requests,
                    shop.returns.bulk)
            .with(TenantNames.class, SellerNames.class, StateNames.class, RequestNames.class)
            .with(RequestsCommand.class, ApproveCommand.class, DeclineCommand.class);

    @AfterEach
    void close() {
        console.close();
    }

    private String good(String line) {
        Result result = console.run(line);
        assertEquals(0, result.status(), result.toString());
        return result.out().strip();
    }

    private String bad(String line) {
        Result result = console.run(line);
        assertEquals(1, result.status(), result.toString());
        return (result.out() + result.err()).strip();
    }

    private List<String> listed(String filters) throws IOException {
        JsonNode rows =
                new ObjectMapper().readTree(good("sales:refund-requests --tenant acme --json --limit 500 " + filters));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("request").asText())
                .toList();
    }

    @Test
    @DisplayName("REF-04 refund requests are listed by state, seller, buyer, purchase")
    void list() throws IOException {
        List<String> only = List.of(asked.id());
        assertEquals(only, listed("--transaction " + sold.transaction()));
        assertEquals(only, listed("--state OPEN --state processing --product " + sold.product()));
        assertEquals(List.of(), listed("--state DECLINED --product " + sold.product()));
        assertEquals(List.of(), listed("--seller " + BRUNO + " --transaction " + sold.transaction()));
        assertEquals(List.of(), listed("--email eve@example.com --transaction " + sold.transaction()));
        RefundRequest later = shop.returns.asked(shop.sold());
        assertEquals(later.id(), listed("--email ADA@example.com").get(0));
        List<String> soonest = listed("--due --state OPEN");
        assertTrue(soonest.containsAll(List.of(asked.id(), later.id())), soonest.toString());
        String table = good("sales:refund-requests --tenant acme --transaction " + sold.transaction());
        assertTrue(table.contains(asked.id()) && table.contains("12.50") && table.contains("Answer by"), table);
        assertEquals(
                "There are no such refund requests.", good("sales:refund-requests --tenant acme --transaction HPNONE"));
        assertTrue(bad("sales:refund-requests --tenant acme --state LOST").contains("OPEN"));
        assertTrue(bad("sales:refund-requests --tenant acme --limit many").startsWith("limit: "));
        assertTrue(bad("sales:refund-requests --tenant none").contains("not on"));
        assertEquals(List.of("WITHDRAWN"), console.complete("sales:refund-requests --tenant acme --state W"));
    }

    @Test
    @DisplayName("REF-02, REF-04 approved with --yes only; what is refused is told, and by the status too")
    void approve() {
        String line = "sales:refund-approve --tenant acme ";
        assertTrue(bad(line + asked.id()).contains("--yes"));
        assertEquals(RefundRequestState.OPEN, shop.returns.now(asked).state());
        assertEquals(
                List.of(asked.id()),
                console.complete(line + "--yes " + asked.id().substring(0, 25)));
        String partly = bad(line + "--yes --comment granted ghost " + asked.id());
        assertTrue(partly.contains(asked.id() + "  APPROVED"), partly);
        assertTrue(partly.contains("ghost  refused: ") && partly.contains("1 of 2 were refused"), partly);
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertTrue(bad(line + "--yes " + asked.id()).contains("is APPROVED"));
    }

    @Test
    @DisplayName("REF-04 declined for a reason that the buyer is told")
    void decline() {
        String line = "sales:refund-decline --tenant acme ";
        assertEquals(1, console.run(line + asked.id()).status(), "a reason is needed");
        assertEquals(asked.id() + "  DECLINED", good(line + "--reason \"all read\" " + asked.id()));
        assertEquals("all read", shop.returns.now(asked).answer());
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());
        assertTrue(bad(line + "--reason x " + asked.id()).contains("is DECLINED"));
    }
}
