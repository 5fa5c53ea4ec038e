package org.bottega.web.module;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Enumeration;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.web.http.Body;
import org.bottega.web.http.Chars;
import org.bottega.web.idempotency.Attempt;
import org.bottega.web.idempotency.Fingerprints;

/** Stands between match and method: permission first, then the query, the idempotency key, and the body. */
final class Access implements ContainerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Operations operations;
    private final long bodyLimit;

    Access(Operations operations, long bodyLimit) {
        this.operations = operations;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = JAXRSUtils.getCurrentMessage();
        Call call = Call.of(message);
        Operation operation = operations.of(message.getExchange().get(OperationResourceInfo.class));
        call.matched(operation);
        operation.admit(call.caller());
        operation.check(call.query());
        if (operation.isChange()) {
            String key = operation.isPost() ? key(call.servletRequest(), operation) : null;
            takeBody(call, operation, key);
            message.setContent(InputStream.class, call.body().open());
        }
    }

    private void takeBody(Call call, Operation operation, String key) {
        MessageDigest digest = Fingerprints.digest();
        HttpServletRequest request = call.servletRequest();
        // The key goes in too, and is kept as a hash only: nobody can guess a card number from a stored fingerprint.
        String head = key + "\n" + request.getMethod() + "\n" + call.target().path() + "\n"
                + call.query().raw() + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        Body body = operation.bodyLimit() > 0
                ? Body.inFile(request, operation.bodyLimit(), digest)
                : Body.inMemory(request, bodyLimit, digest);
        call.taken(body);
        if (key != null) {
            call.attempt(Attempt.of(call.caller(), key, digest.digest()));
        }
    }

    private static String key(HttpServletRequest request, Operation operation) {
        Enumeration<String> keys = request.getHeaders(KEY);
        String key = keys.hasMoreElements() ? keys.nextElement() : null;
        if (key == null && operation.inSteps()) {
            throw new Problem(
                            Kind.INVALID,
                            "idempotency-key-required",
                            "this operation needs an " + KEY
                                    + " header, new for each wish and the same for its repetitions")
                    .field(KEY, "idempotency-key-required", "1 to " + LONGEST_KEY + " visible ASCII characters");
        }
        boolean sane = key == null || !key.isEmpty() && key.length() <= LONGEST_KEY && Chars.visible(key);
        if (!sane || keys.hasMoreElements()) {
            throw Problem.invalid(
                    "idempotency-key-invalid", KEY, "one, of 1 to " + LONGEST_KEY + " visible ASCII characters");
        }
        return key;
    }
}
