package org.bottega.web.module;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.bottega.api.Caller;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Body;
import org.bottega.web.http.Query;
import org.bottega.web.http.Target;
import org.bottega.web.idempotency.Attempt;

/** One request on its way through a module. Confined to its thread. */
public final class Call {

    static final String ATTRIBUTE = Call.class.getName();

    private final Target target;
    private final Query query;
    private final Caller caller;
    private final HttpServletRequest servletRequest;
    private Operation operation;
    private Body body;
    private Attempt attempt;
    private Answer answer;

    /** A request that was let in as {@code caller}. */
    public Call(Target target, Query query, Caller caller, HttpServletRequest servletRequest) {
        this.target = target;
        this.query = query;
        this.caller = caller;
        this.servletRequest = servletRequest;
    }

    /** The call that a CXF message belongs to. */
    static Call of(Message message) {
        Message in = message.getExchange().getInMessage();
        HttpServletRequest request = (HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST);
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    Target target() {
        return target;
    }

    Query query() {
        return query;
    }

    Caller caller() {
        return caller;
    }

    HttpServletRequest servletRequest() {
        return servletRequest;
    }

    /** The method it was matched to, or null before. */
    Operation operation() {
        return operation;
    }

    /** Names the method, as the API document does; the module alone when there is none at this path. */
    public String operationId() {
        return operation == null
                ? target.module()
                : target.module() + "." + operation.method().getName();
    }

    void matched(Operation matched) {
        operation = matched;
    }

    /** The body, or null before it was taken in. */
    Body body() {
        return body;
    }

    void taken(Body taken) {
        body = taken;
    }

    /** The attempt under an idempotency key, or null. */
    Attempt attempt() {
        return attempt;
    }

    void attempt(Attempt keyed) {
        attempt = keyed;
    }

    Answer answer() {
        return answer;
    }

    void answer(Answer made) {
        answer = made;
    }

    /** Frees what it holds. */
    void end() {
        if (body != null) {
            body.close();
        }
    }
}
