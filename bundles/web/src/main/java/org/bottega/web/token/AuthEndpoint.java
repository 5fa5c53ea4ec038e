package org.bottega.web.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Tokens;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Query;
import org.bottega.web.http.Target;
import org.bottega.web.json.Json;
import org.bottega.web.limit.Limits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/auth/…}: all that is done by who has not logged in yet. */
@Component(service = AuthEndpoint.class)
public final class AuthEndpoint {

    private final TokenEndpoint tokenEndpoint;
    private final PasswordEndpoint passwordEndpoint;

    @Activate
    public AuthEndpoint(@Reference Tokens tokens, @Reference Passwords passwords, @Reference Limits limits) {
        ObjectMapper mapper = Json.mapper();
        this.tokenEndpoint = new TokenEndpoint(tokens, limits.peers(), mapper);
        this.passwordEndpoint = new PasswordEndpoint(passwords, limits.peers(), mapper);
    }

    /**
     * Answers.
     *
     * @throws Problem with member {@code error} as RFC 6749 has it, where tokens are concerned
     */
    public Answer of(Target target, Query query, HttpServletRequest request) throws IOException {
        boolean token = target.rest().equals("/token") || target.rest().equals("/revoke");
        if (!token && !PasswordEndpoint.PATHS.contains(target.rest())) {
            throw new Problem(Problem.Kind.NOT_FOUND, "path-not-found", "there is nothing at this path");
        }
        if (!request.getMethod().equals("POST")) {
            throw new Problem(Problem.Kind.METHOD_NOT_ALLOWED, "method-not-allowed", "POST is expected")
                    .with("allow", "POST");
        }
        if (!query.names().isEmpty()) {
            throw Problem.invalid("parameter-unknown", query.names().get(0), "the fields belong into the body");
        }
        return token ? tokenEndpoint.of(target, request) : passwordEndpoint.of(target.rest(), request);
    }
}
