package org.bottega.sales.refund;

import java.util.Optional;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCases;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a module that keeps refund requests may ask of sales. */
@Component(service = RefundCases.class)
public final class RefundCasesService implements RefundCases {

    private final Platform platform;
    private final RefundTables tables;
    private final Keeping keeping;
    private final RefundApproval approval;
    private final RefundAnswers answers;

    @Activate
    public RefundCasesService(
            @Reference Platform platform,
            @Reference RefundTables tables,
            @Reference Keeping keeping,
            @Reference RefundApproval approval,
            @Reference RefundAnswers answers) {
        this.platform = platform;
        this.tables = tables;
        this.keeping = keeping;
        this.approval = approval;
        this.answers = answers;
    }

    @Override
    public void keptBy(String module) {
        keeping.by(module);
    }

    @Override
    public RefundCase open(String key, String keeper, NewRefundCase wish) {
        return keeping.open(key, keeper, wish);
    }

    @Override
    public void check(NewRefundCase wish) {
        keeping.check(wish);
    }

    @Override
    public Optional<RefundCase> find(String id) {
        return platform.inUnit(() -> tables.requests().find(id).map(RefundRequestRow::refundCase));
    }

    @Override
    public RefundCase grant(String key, String id, String note) {
        platform.refuseUnit();
        String why = Check.optional("note", note, Refunds.REASON_LENGTH);
        RefundCase found = get(id);
        String keeper = found.keeper() == null ? SalesModule.ID : found.keeper();
        String command = RequestKey.ofModule(keeper, key);
        reaching(() -> approval.approve(command, id, why));
        return get(id);
    }

    /** Refunds are out of a buyer's reach; that the request is his was checked. */
    private void reaching(Supplier<RefundRequest> work) {
        if (platform.caller().kind() == Caller.Kind.BUYER) {
            platform.beyond("sales.refund-cases", work);
        } else {
            work.get();
        }
    }

    @Override
    public RefundCase end(String id, String reason, boolean byBuyer) {
        return answers.end(id, reason, byBuyer);
    }

    private RefundCase get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("refund-request", id));
    }
}
