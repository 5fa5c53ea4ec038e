package org.bottega.web.token;

import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;

/** Refusals as RFC 6749 names them, in the member {@code error} of a problem. */
final class OAuth {

    private static final String ERROR = "error";

    private OAuth() {}

    static Problem invalidRequest(String field, String right) {
        return Problem.invalid("invalid-request", field, right).with(ERROR, "invalid_request");
    }

    static Problem invalidClient() {
        return new Problem(Kind.UNAUTHENTICATED, "invalid-client", "there is no such client with that secret here")
                .with(ERROR, "invalid_client");
    }

    static Problem invalidGrant(String detail) {
        return new Problem(Kind.INVALID, "invalid-grant", detail).with(ERROR, "invalid_grant");
    }

    static Problem unsupportedGrant() {
        return Problem.invalid(
                        "unsupported-grant-type",
                        "grant_type",
                        "client_credentials, password or refresh_token is expected")
                .with(ERROR, "unsupported_grant_type");
    }

    /** The same refusal, with RFC 6749's word for it where it has one. */
    static Problem named(Problem problem) {
        return problem.code().equals("invalid-scope") ? problem.with(ERROR, "invalid_scope") : problem;
    }
}
