package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] KEY = Base64.getDecoder().decode(SECRET.substring(Signature.PREFIX.length()));
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330L);

    @Test
    @DisplayName("the example of the Standard Webhooks has the signature it should have")
    void example() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(List.of(KEY), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT.plusMillis(999), BODY));
        assertEquals(SECRET, Signature.text(KEY));
    }

    @Test
    @DisplayName("two secrets give two signatures between a space, in their order")
    void two() {
        byte[] other = new byte[32];
        String one = Signature.of(List.of(KEY), "msg", AT, BODY);
        String two = Signature.of(List.of(other), "msg", AT, BODY);
        assertEquals(one + " " + two, Signature.of(List.of(KEY, other), "msg", AT, BODY));
    }
}
