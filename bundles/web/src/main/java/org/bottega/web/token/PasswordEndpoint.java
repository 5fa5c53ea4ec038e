package org.bottega.web.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Passwords.Ask;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Body;
import org.bottega.web.json.JsonBody;
import org.bottega.web.json.Languages;
import org.bottega.web.limit.Peers;

/**
 * {@code auth/password/forgot}, {@code auth/password/reset} and {@code auth/register}. They take no idempotency key: nothing
 * of a password or an address is stored to be told again.
 */
final class PasswordEndpoint {

    private static final String FORGOT = "/password/forgot";
    private static final String RESET = "/password/reset";
    private static final String REGISTER = "/register";

    /** What follows {@code auth}. */
    static final Set<String> PATHS = Set.of(FORGOT, RESET, REGISTER);

    private static final long LIMIT = 16 * 1024;

    /** Says nothing about whether there is an account (D23). */
    private static final Map<String, String> ON_ITS_WAY = Map.of(
            "message",
            "A mail with a link is on its way, if this address can have one. Look in the inbox and in spam.");

    private record Forgot(String email) {}

    private record Register(String email, String name, String locale) {}

    private record Reset(String token, String password) {}

    private final Passwords passwords;
    private final Peers peers;
    private final ObjectMapper mapper;

    PasswordEndpoint(Passwords passwords, Peers peers, ObjectMapper mapper) {
        this.passwords = passwords;
        this.peers = peers;
        this.mapper = mapper;
    }

    Answer of(String rest, HttpServletRequest request) throws IOException {
        switch (rest) {
            case FORGOT ->
                passwords.forgot(new Ask(read(request, Forgot.class).email(), peers.network(request), null, null));
            case REGISTER -> {
                Register wanted = read(request, Register.class);
                passwords.register(
                        new Ask(wanted.email(), peers.network(request), wanted.name(), Languages.of(wanted.locale())));
            }
            default -> {
                Reset wanted = read(request, Reset.class);
                passwords.reset(wanted.token(), wanted.password());
                return Answer.empty(204);
            }
        }
        return Answer.json(202, mapper.writeValueAsBytes(ON_ITS_WAY));
    }

    private <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        try (Body body = Body.inMemory(request, LIMIT);
                InputStream in = body.open()) {
            return type.cast(JsonBody.read(mapper.readerFor(type), request.getContentType(), in, true));
        }
    }
}
