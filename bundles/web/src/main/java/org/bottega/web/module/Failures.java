package org.bottega.web.module;

import java.lang.reflect.UndeclaredThrowableException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Problems;

/** Makes a problem of every failure inside a module's server. */
final class Failures implements ExceptionMapper<Throwable> {

    private final Problems problems;
    private final Answers answers;
    private final Verbs verbs;

    Failures(Problems problems, Answers answers, Verbs verbs) {
        this.problems = problems;
        this.answers = answers;
        this.verbs = verbs;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Message message = JAXRSUtils.getCurrentMessage();
        Call call = Call.of(message);
        Answer answer = answer(unwrapped(thrown), call);
        call.answer(answer);
        message.getExchange().getInMessage().getInterceptorChain().abort();
        return Response.status(answer.status()).build();
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable failure = thrown;
        while ((failure instanceof Fault || failure instanceof UndeclaredThrowableException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    private Answer answer(Throwable failure, Call call) {
        String path = call.target().path();
        String request = call.caller().request();
        boolean stranger = call.operation() == null && call.caller().kind() == Caller.Kind.ANONYMOUS;
        if (stranger) {
            // Who did not say who they are is not told which paths there are.
            return problems.of(Operation.tokenMissing(), path, request);
        }
        if (failure instanceof Problem problem) {
            return problems.of(problem, path, request);
        }
        if (failure instanceof WebApplicationException web) {
            return answer(web, call);
        }
        return problems.unexpected(failure, path, request);
    }

    private Answer answer(WebApplicationException failure, Call call) {
        Response response = failure.getResponse();
        int status = response.getStatus();
        if (status >= 500) {
            return problems.unexpected(
                    failure, call.target().path(), call.caller().request());
        }
        if (status < 400) {
            return answers.of(response, call);
        }
        String path = call.target().path();
        String request = call.caller().request();
        return status == 405
                ? problems.of(verbs.refusal(call.target().rest()), path, request)
                : problems.of(status, code(status), detail(status), path, request);
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "path-not-found";
            case 406 -> "answer-type-not-offered";
            case 415 -> "body-type-not-taken";
            default -> "request-invalid";
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this path";
            case 406 -> "none of the accepted types is offered; application/json is";
            case 415 -> "this operation does not take bodies of this type";
            default -> "the request cannot be understood";
        };
    }
}
