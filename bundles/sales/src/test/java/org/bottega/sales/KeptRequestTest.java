package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.core.testing.TestConsole;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundRequestClosed;
import org.bottega.sales.api.RefundRequestWithdrawn;
import org.bottega.sales.api.RefundRequested;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.bottega.sales.refund.shell.DeclineCommand;
import org.bottega.sales.refund.shell.RequestsCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** D27: refund requests that are opened in sales while another module keeps them. */
class KeptRequestTest extends KeptStory {

    private static final Ask ASK = new Ask(RefundReason.NO_ACCESS, null);

    private final Heard<RefundRequested> asked = new Heard<>(RefundRequested.class);
    private final Heard<RefundRequestWithdrawn> withdrawn = new Heard<>(RefundRequestWithdrawn.class);
    private final Heard<RefundRequestClosed> closed = new Heard<>(RefundRequestClosed.class);

    @BeforeEach
    void listen() {
        shop.platform.listen(asked, withdrawn, closed);
        policy(Map.of("autoApprove", true, "answerDays", 2));
    }

    private void policy(Map<String, Object> values) {
        shop.acme(() -> shop.platform.core().policyDesk().set(RefundRequestPolicy.TYPE.id(), null, values, null));
    }

    private Instant due(Purchase sold) {
        return shop.book.instant(sold, "sales_refund_request", "due_at");
    }

    @Test
    @DisplayName("D27, TKT-05 every request is kept, whoever opens it where: told as ever, written about by its keeper")
    void kept() {
        Purchase one = shop.sold();
        Purchase other = shop.sold();
        Purchase third = shop.sold();
        String token = Shop.token(shop.mails("receipt", third).get(0));
        RefundRequest byBuyer = returns.asked(one);
        RefundRequest bySeller = shop.seller(ANNA, () -> returns.requests.open(other.transaction(), ASK));
        RefundRequest byLink = shop.nobody(() -> returns.requests.open(returns.answers.transaction(token), ASK));
        shop.platform.drain();
        for (RefundRequest request : List.of(byBuyer, bySeller, byLink)) {
            assertEquals(TicketBox.MODULE, request.keeper());
            assertEquals(TicketBox.MODULE, returns.now(request).keeper());
            assertFalse(request.autoApprove());
            var told = shop.acme(() -> returns.cases.find(request.id())).orElseThrow();
            assertNull(told.key());
            assertEquals(request == bySeller, !told.byBuyer());
        }
        assertEquals(
                List.of(byBuyer.id(), bySeller.id(), byLink.id()),
                asked.events.stream().map(RefundRequested::request).toList());
        assertEquals(0, shop.mails("refund-asked", one).size());
        assertNull(due(one));
    }

    @Test
    @DisplayName("D27 what is kept is neither reminded of nor approved by sales, however long it takes")
    void silent() {
        Purchase sold = shop.sold();
        RefundRequest request = returns.asked(sold);
        shop.platform.advance(Duration.ofDays(9));
        assertEquals(RefundRequestState.OPEN, returns.now(request).state());
        assertEquals(0, shop.mails("refund-reminder", sold).size());
    }

    @Test
    @DisplayName("D27 approve processes now; decline is refused with the keeper, one by one, in bulk, in the console")
    void answers() {
        Purchase sold = shop.sold();
        RefundRequest request = returns.asked(sold);
        Problem problem = refused("refund-request-kept", () -> returns.decline(request));
        assertEquals(409, problem.kind().status());
        assertEquals(TicketBox.MODULE, problem.members().get("keeper"));
        assertEquals(request.id(), problem.members().get("request"));
        assertTrue(problem.getMessage().contains("consent"), problem.getMessage());
        assertEquals(
                "refund-request-kept",
                shop.acme(() -> returns.bulk.decline(shop.key(), List.of(request.id()), "no"))
                        .get(0)
                        .refusal()
                        .code());
        console(request);
        assertEquals(RefundRequestState.OPEN, returns.now(request).state());
        assertEquals(
                RefundRequestState.APPROVED,
                returns.approve(shop.key(), request).state());
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(0, shop.book.moved());
        assertEquals(
                "APPROVED",
                refused("refund-request-closed", () -> returns.decline(request))
                        .members()
                        .get("state"));
    }

    private void console(RefundRequest request) {
        try (TestConsole console = new TestConsole(
                        shop.platform.callers(),
                        shop.platform.modules(),
                        shop.platform.tenants(),
                        shop.platform.sellers(),
                        returns.requests,
                        returns.bulk)
                .with(RequestsCommand.class, DeclineCommand.class)) {
            var refusal = console.run("sales:refund-decline --tenant acme --reason no " + request.id());
            assertEquals(1, refusal.status());
            assertTrue(refusal.out().contains("refused: this request is looked after elsewhere"), refusal.out());
            String listed =
                    console.run("sales:refund-requests --tenant acme --json").out();
            assertTrue(listed.contains("\"keeper\":\"box\""), listed);
        }
    }

    @Test
    @DisplayName(
            "D27 the buyer may withdraw what is kept: told, and the purchase is what it was; the seller is not mailed")
    void withdrawn() {
        Purchase sold = shop.sold();
        RefundRequest request = returns.asked(sold);
        returns.buyer(ADA, () -> returns.answers.withdraw(request.id()));
        shop.platform.drain();
        assertEquals(sold, shop.now(sold));
        assertEquals(request.id(), withdrawn.events.get(0).request());
        assertEquals(0, shop.mails("refund-withdrawn", sold).size());
    }

    @Test
    @DisplayName("D11 a dispute closes what is kept as it does what is not; a direct refund of all grants it")
    void otherEnds() {
        Purchase sold = shop.sold();
        RefundRequest contested = returns.asked(sold);
        new Till(shop).choose(sold, Choice.DISPUTED);
        assertEquals(RefundRequestState.CLOSED, returns.now(contested).state());
        assertEquals(contested.id(), closed.events.get(0).request());
        Purchase other = shop.sold();
        RefundRequest granted = returns.asked(other);
        shop.acme(() -> shop.api.refund(shop.key(), other.transaction(), "a module's command"));
        assertEquals(RefundRequestState.APPROVED, returns.now(granted).state());
    }
}
