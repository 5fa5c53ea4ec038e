package org.bottega.web.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tokens;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Query;
import org.bottega.web.http.Target;

/** {@code auth/token} and {@code auth/revoke}. They take no idempotency key: a token is never stored to be told again. */
public final class TokenEndpoint {

    private final Tokens tokens;
    private final ObjectMapper mapper;

    public TokenEndpoint(Tokens tokens, ObjectMapper mapper) {
        this.tokens = tokens;
        this.mapper = mapper;
    }

    /**
     * Answers.
     *
     * @throws Problem with member {@code error} as RFC 6749 has it
     */
    public Answer of(Target target, Query query, HttpServletRequest request) {
        boolean issue = target.rest().equals("/token");
        if (!issue && !target.rest().equals("/revoke")) {
            throw new Problem(Problem.Kind.NOT_FOUND, "path-not-found", "there is nothing at this path");
        }
        if (!request.getMethod().equals("POST")) {
            throw new Problem(Problem.Kind.METHOD_NOT_ALLOWED, "method-not-allowed", "POST is expected")
                    .with("allow", "POST");
        }
        if (!query.names().isEmpty()) {
            throw Problem.invalid("parameter-unknown", query.names().get(0), "the fields belong into the body");
        }
        Form form = Form.of(request);
        return issue ? issue(target.tenant(), request, form) : revoke(target.tenant(), request, form);
    }

    private Answer issue(String tenant, HttpServletRequest request, Form form) {
        if (!form.required("grant_type", "client_credentials is expected").equals("client_credentials")) {
            throw OAuth.unsupportedGrant();
        }
        Credentials client = Credentials.of(request, form);
        String scope = form.get("scope");
        Set<String> wanted = scope == null
                ? Set.of()
                : new TreeSet<>(Set.copyOf(java.util.List.of(scope.trim().split(" +"))));
        try {
            return tokens.issue(tenant, client.id(), client.secret(), wanted)
                    .map(this::token)
                    .orElseThrow(OAuth::invalidClient);
        } catch (Problem problem) {
            throw OAuth.named(problem);
        }
    }

    private Answer token(Issued issued) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", issued.token());
        body.put("token_type", "Bearer");
        body.put("expires_in", issued.expiresIn());
        body.put("scope", String.join(" ", new TreeSet<>(issued.scope())));
        try {
            return Answer.json(200, mapper.writeValueAsBytes(body)).with("Pragma", "no-cache");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer revoke(String tenant, HttpServletRequest request, Form form) {
        String token = form.required("token", "the token to end");
        Credentials client = Credentials.of(request, form);
        if (!tokens.isClient(tenant, client.id(), client.secret())) {
            throw OAuth.invalidClient();
        }
        boolean own = tokens.authenticate(tenant, token, "revoke")
                .map(Caller::id)
                .filter(client.id()::equals)
                .isPresent();
        if (own) {
            tokens.revoke(tenant, token);
        }
        return Answer.empty(200);
    }
}
