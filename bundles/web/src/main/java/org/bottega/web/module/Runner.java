package org.bottega.web.module;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Exchange;
import org.bottega.web.http.Answer;
import org.bottega.web.idempotency.Idempotency;
import org.bottega.web.json.Constraints;

/**
 * Calls the resource method, in one unit of work where it changes something, and makes the whole answer of its result while
 * that unit is open: an answer that cannot be written down undoes what was done, and its record commits with the effect.
 */
final class Runner extends JAXRSInvoker {

    private final Idempotency idempotency;
    private final Constraints constraints;
    private final Answers answers;

    Runner(Idempotency idempotency, Constraints constraints, Answers answers) {
        this.idempotency = idempotency;
        this.constraints = constraints;
        this.answers = answers;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments) {
        Call call = Call.of(exchange.getInMessage());
        Operation operation = call.operation();
        constraints.check(resource, method, arguments, operation.entity(), operation.constrained());
        call.answer(run(call, operation, () -> answer(call, resource, method, arguments)));
        ServerProviderFactory.releaseRequestState(exchange.getInMessage());
        // What follows in CXF's chain would write a response; the servlet does.
        exchange.getInMessage().getInterceptorChain().abort();
        return null;
    }

    private Answer run(Call call, Operation operation, java.util.function.Supplier<Answer> work) {
        if (!operation.isChange()) {
            return work.get();
        }
        if (operation.inSteps()) {
            return call.attempt() == null ? work.get() : idempotency.inSteps(call.attempt(), work);
        }
        return idempotency.inOneUnit(call.attempt(), work);
    }

    private Answer answer(Call call, Object resource, Method method, Object[] arguments) {
        Object[] given = arguments;
        if (call.operation().isStreamed()) {
            given = arguments.clone();
            given[call.operation().entity()] = call.body().open();
        }
        return answers.of(invoke(resource, method, given), call);
    }

    private static Object invoke(Object resource, Method method, Object[] arguments) {
        try {
            return method.invoke(resource, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
