package org.bottega.sales.refund;

import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refund requests whose seller says nothing: he is reminded a day before, and where the policy says so it is approved. */
@Component(service = UnansweredRequests.class)
public final class UnansweredRequests {

    private final Platform platform;
    private final RefundTables tables;
    private final RefundRequests requests;
    private final RefundLetters letters;
    private final RefundApproval approval;

    @Activate
    public UnansweredRequests(
            @Reference Platform platform,
            @Reference RefundTables tables,
            @Reference RefundRequests requests,
            @Reference RefundLetters letters,
            @Reference RefundApproval approval) {
        this.platform = platform;
        this.tables = tables;
        this.requests = requests;
        this.letters = letters;
        this.approval = approval;
    }

    /** Does what is due for one, if it is. */
    public void look(String id) {
        platform.refuseUnit();
        if (!platform.inUnit(() -> mustApprove(id))) {
            return;
        }
        try {
            approval.approve("unanswered/" + id, id, null);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            platform.inUnit(() -> giveUp(id, refused));
        }
    }

    private boolean mustApprove(String id) {
        RefundRequestRow row = tables.requests()
                .lock(id)
                .filter(found -> found.isDue(platform.now()))
                .orElse(null);
        if (row == null) {
            return false;
        }
        if (row.isTakenBack()) {
            row.takeBack(requests.policy(row.request().product()));
            return false;
        }
        if (platform.now().isBefore(row.answerBy())) {
            letters.remind(row.request());
            row.reminded();
            return false;
        }
        if (!row.request().autoApprove()) {
            row.waitNoLonger();
            return false;
        }
        return true;
    }

    /** It cannot be approved, and will not be by waiting: it is left to people. */
    private Void giveUp(String id, Problem refused) {
        tables.requests().lock(id).ifPresent(row -> {
            row.waitNoLonger();
            platform.journal()
                    .note(
                            "refund-request.unanswered",
                            row.purchaseId(),
                            Map.of("request", id, "refusal", refused.code()));
        });
        return null;
    }
}
