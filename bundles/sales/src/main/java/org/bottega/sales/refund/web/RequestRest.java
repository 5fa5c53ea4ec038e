package org.bottega.sales.refund.web;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operations around refund requests. */
@Component(service = RequestRest.class)
public final class RequestRest {

    private final Set<Object> resources;

    @Activate
    public RequestRest(
            @Reference AskResource ask,
            @Reference MyAskResource myAsk,
            @Reference MyRequestsResource mine,
            @Reference RefundRequestsResource requests,
            @Reference BulkResource bulk) {
        resources = Set.of(ask, myAsk, mine, requests, bulk);
    }

    Set<Object> resources() {
        return resources;
    }
}
