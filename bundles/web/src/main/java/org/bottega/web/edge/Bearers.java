package org.bottega.web.edge;

import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.platform.Tokens;
import org.bottega.web.http.Chars;

/** Finds out who calls, by bearer token. */
final class Bearers {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 512;

    private final Tokens tokens;

    Bearers(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller; an anonymous one without an {@code Authorization} header.
     *
     * @throws Problem {@code token-invalid} (401)
     */
    Caller caller(HttpServletRequest request, String tenant, String id) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Caller.anonymous(tenant, id);
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw invalid();
        }
        String token = header.substring(SCHEME.length()).trim();
        if (token.isEmpty() || token.length() > LONGEST || !Chars.visible(token)) {
            throw invalid();
        }
        return tokens.authenticate(tenant, token, id).orElseThrow(Bearers::invalid);
    }

    private static Problem invalid() {
        return new Problem(
                Kind.UNAUTHENTICATED, "token-invalid", "the token is unknown here, expired or revoked; get a new one");
    }
}
