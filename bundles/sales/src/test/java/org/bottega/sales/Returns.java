package org.bottega.sales;

import java.util.function.Supplier;
import org.bottega.core.testing.TestPlatform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.RefundCases;
import org.bottega.sales.payment.Gateways;
import org.bottega.sales.payment.RefundDesk;
import org.bottega.sales.payment.RefundOutcome;
import org.bottega.sales.reaction.AskRefunds;
import org.bottega.sales.refund.Handover;
import org.bottega.sales.refund.Keepers;
import org.bottega.sales.refund.Keeping;
import org.bottega.sales.refund.RefundAnswers;
import org.bottega.sales.refund.RefundApproval;
import org.bottega.sales.refund.RefundBulk;
import org.bottega.sales.refund.RefundCasesService;
import org.bottega.sales.refund.RefundGoods;
import org.bottega.sales.refund.RefundLetters;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequests;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.bottega.sales.refund.RefundSteps;
import org.bottega.sales.refund.Refunds;
import org.bottega.sales.refund.Refusals;
import org.bottega.sales.refund.RequestEnds;
import org.bottega.sales.refund.UnansweredRequests;
import org.bottega.sales.refund.reaction.AnswerRequests;
import org.bottega.sales.refund.reaction.CloseOnChargeback;
import org.bottega.sales.refund.reaction.CloseOnDispute;
import org.bottega.sales.refund.reaction.FollowBuyer;
import org.bottega.sales.refund.reaction.MailDeclined;
import org.bottega.sales.refund.reaction.MailRefund;
import org.bottega.sales.refund.reaction.MailRefundRefused;
import org.bottega.sales.refund.reaction.MailRequest;
import org.bottega.sales.refund.reaction.MailWithdrawn;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.SalesStore;

/** What gives money back, put together. */
final class Returns {

    static final String ADA = "ada@example.com";

    final RefundDesk desk;
    final RefundOutcome outcomes;
    final Refunds refunds;
    final RefundRequests requests;
    final RefundAnswers answers;
    final RefundApproval approval;
    final RefundBulk bulk;
    final RefundCases cases;
    final Keepers keepers = new Keepers();
    final Handover handover;
    private final TestPlatform platform;
    private final Platform services;
    private final SalesStore store;
    private final RefundTables tables;
    private final RequestEnds ends;
    private final RefundLetters letters;

    Returns(TestPlatform platform, Platform services, SalesStore store, Gateways gateways, Letters plain) {
        this.platform = platform;
        this.services = services;
        this.store = store;
        tables = new RefundTables(platform.store("sales"));
        Refusals refusals = new Refusals(services, store);
        ends = new RequestEnds(services, tables);
        outcomes = new RefundOutcome(services, store, ends);
        desk = new RefundDesk(services, store, gateways, outcomes);
        RefundSteps steps = new RefundSteps(services, store, desk);
        RefundGoods goods = new RefundGoods(store);
        refunds = new Refunds(services, store, refusals, steps, goods);
        handover = new Handover(services, store, tables, refunds, keepers);
        requests = new RefundRequests(services, store, tables, refusals, platform.policies());
        answers = new RefundAnswers(
                services,
                store,
                tables,
                ends,
                new Receipts(services, store, platform.sellers(), plain, new Links(services, platform.links())));
        approval = new RefundApproval(services, store, tables, refusals, steps);
        bulk = new RefundBulk(services, approval, answers);
        cases = new RefundCasesService(
                services, tables, new Keeping(services, store, tables, requests), approval, answers);
        letters = new RefundLetters(plain, store, platform.sellers(), requests);
        platform.work(
                new AskRefunds(desk),
                new AnswerRequests(new UnansweredRequests(services, tables, requests, letters, approval)));
    }

    /** Registers what hears events, once the module is there. */
    void listen() {
        platform.listen(
                new MailRefund(letters),
                new MailRefundRefused(letters),
                new MailRequest(letters),
                new MailDeclined(letters),
                new MailWithdrawn(letters),
                new CloseOnChargeback(store, ends),
                new CloseOnDispute(store, ends),
                new FollowBuyer(store, tables));
    }

    /** As a logged-in buyer of acme. */
    <T> T buyer(String email, Supplier<T> work) {
        return platform.asBuyer(Shop.ACME, email, work::get);
    }

    /** Ada asks for a refund of what she bought. */
    RefundRequest asked(Purchase purchase) {
        RefundRequest asked =
                buyer(ADA, () -> requests.open(purchase.transaction(), new Ask(RefundReason.CHANGED_MIND, "so sorry")));
        platform.drain();
        return asked;
    }

    /** How it stands. */
    RefundRequest now(RefundRequest request) {
        return platform.as(Shop.ACME, () -> requests.get(request.id()));
    }

    /** Approves under a key of its own. */
    RefundRequest approve(String key, RefundRequest request) {
        return platform.as(
                Shop.ACME, () -> approval.approve(RequestKey.of(services.caller(), key), request.id(), "granted"));
    }

    /** Declines. */
    RefundRequest decline(RefundRequest request) {
        return platform.as(Shop.ACME, () -> answers.decline(null, request.id(), "you have read it all"));
    }
}
