package org.bottega.sales.refund.reaction;

import org.bottega.api.spi.DueWork;
import org.bottega.sales.SalesModule;
import org.bottega.sales.refund.UnansweredRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds sellers of refund requests, and approves those that stay unanswered where the policy says so. */
@Component(service = DueWork.class)
public final class AnswerRequests implements DueWork {

    private final UnansweredRequests requests;

    @Activate
    public AnswerRequests(@Reference UnansweredRequests requests) {
        this.requests = requests;
    }

    @Override
    public String id() {
        return "sales.answer-requests";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public String table() {
        return "sales_refund_request";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public void process(String id) {
        requests.look(id);
    }
}
