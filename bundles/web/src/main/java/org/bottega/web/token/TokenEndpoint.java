package org.bottega.web.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tokens;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Tokens.Login;
import org.bottega.api.platform.Users.Kind;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Target;
import org.bottega.web.limit.Peers;

/** {@code auth/token} and {@code auth/revoke}, for programs and people. They take no idempotency key: a token is never stored to be told again. */
final class TokenEndpoint {

    private final Tokens tokens;
    private final Peers peers;
    private final ObjectMapper mapper;

    TokenEndpoint(Tokens tokens, Peers peers, ObjectMapper mapper) {
        this.tokens = tokens;
        this.peers = peers;
        this.mapper = mapper;
    }

    /**
     * Answers.
     *
     * @throws Problem with member {@code error} as RFC 6749 has it
     */
    Answer of(Target target, HttpServletRequest request) {
        Form form = Form.of(request);
        return target.rest().equals("/token")
                ? issue(target.tenant(), request, form)
                : revoke(target.tenant(), request, form);
    }

    private Answer issue(String tenant, HttpServletRequest request, Form form) {
        String scope = form.get("scope");
        Set<String> wanted = scope == null
                ? Set.of()
                : new TreeSet<>(Set.copyOf(List.of(scope.trim().split(" +"))));
        try {
            return token(
                    switch (form.required("grant_type", "client_credentials, password or refresh_token is expected")) {
                        case "client_credentials" -> client(tenant, Credentials.of(request, form), wanted);
                        case "password" -> person(tenant, request, form, wanted);
                        case "refresh_token" ->
                            tokens.refresh(tenant, form.required("refresh_token", "the token to exchange"), wanted)
                                    .orElseThrow(() -> OAuth.invalidGrant(
                                            "this refresh token is unknown, used, expired or ended"));
                        default -> throw OAuth.unsupportedGrant();
                    });
        } catch (Problem problem) {
            throw OAuth.named(problem);
        }
    }

    private Issued client(String tenant, Credentials client, Set<String> wanted) {
        return tokens.issue(tenant, client.id(), client.secret(), wanted).orElseThrow(OAuth::invalidClient);
    }

    private Issued person(String tenant, HttpServletRequest request, Form form, Set<String> wanted) {
        Login login = new Login(
                form.required("username", "the e-mail address of the account"),
                form.required("password", "the password of the account"),
                kind(form.get("kind")),
                peers.network(request));
        return tokens.login(tenant, login, wanted)
                .orElseThrow(() -> OAuth.invalidGrant("there is no account with that address and password here"));
    }

    private static Kind kind(String kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "staff" -> Kind.STAFF;
            case "buyer" -> Kind.BUYER;
            default -> throw OAuth.invalidRequest("kind", "staff or buyer");
        };
    }

    private Answer token(Issued issued) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", issued.token());
        body.put("token_type", "Bearer");
        body.put("expires_in", issued.expiresIn());
        body.put("scope", String.join(" ", new TreeSet<>(issued.scope())));
        if (issued.refresh() != null) {
            body.put("refresh_token", issued.refresh());
        }
        try {
            return Answer.json(200, mapper.writeValueAsBytes(body)).with("Pragma", "no-cache");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer revoke(String tenant, HttpServletRequest request, Form form) {
        String token = form.required("token", "the token to end");
        if (!Credentials.areGiven(request, form)) {
            // Who holds a person's token may end it; a program says who it is.
            endPersons(tenant, token);
            return Answer.empty(200);
        }
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

    private void endPersons(String tenant, String token) {
        if (!tokens.isPersons(token)) {
            throw OAuth.invalidRequest("client_id", "the client's id, here or by HTTP Basic");
        }
        tokens.revoke(tenant, token);
    }
}
