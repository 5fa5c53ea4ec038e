package org.bottega.sales.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bottega.api.Problem;
import org.bottega.api.spi.NotifyingGateway.About;
import org.bottega.api.spi.NotifyingGateway.Notice;
import org.bottega.api.spi.NotifyingGateway.Notification;

/**
 * How the sandbox gateway writes and signs its notifications. The body has a line per notice: its id, CHARGE or REFUND, the
 * key, the outcome, with a space between. The header {@link #HEADER} is {@code t=<seconds since 1970>,v1=<hex>}, where hex is
 * the HMAC-SHA256, by the secret, of those seconds, a dot, and the body as sent.
 */
public final class SandboxNotices {

    /** Carries time and signature. */
    public static final String HEADER = "bottega-signature";

    /** How far the time of a signature may be from the present, either way. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final Pattern LINE = Pattern.compile("([!-~]{1,100}) (CHARGE|REFUND) ([!-~]{1,100}) ([A-Z_]{1,30})");

    private SandboxNotices() {}

    /** One notice, as a body. */
    static String body(Notice notice) {
        return notice.id() + ' ' + notice.about() + ' ' + notice.key() + ' ' + notice.outcome() + '\n';
    }

    /** The value of the header for a body. */
    public static String sign(byte[] body, String secret, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac(body, secret, time));
    }

    static List<Notice> read(Notification told) {
        check(told);
        List<Notice> notices = new ArrayList<>();
        for (String line : new String(told.body(), StandardCharsets.UTF_8).split("\n")) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw Problem.invalid(
                        "notification-invalid", "body", "lines of a notice id, CHARGE or REFUND, a key, an outcome");
            }
            notices.add(new Notice(parts.group(1), About.valueOf(parts.group(2)), parts.group(3), parts.group(4)));
        }
        return notices;
    }

    private static void check(Notification told) {
        Map<String, String> headers = told.headers();
        Matcher signature = SIGNATURE.matcher(headers.getOrDefault(HEADER, ""));
        if (!signature.matches()) {
            throw Notification.refused();
        }
        byte[] right = mac(told.body(), told.secret(), signature.group(1));
        boolean same = MessageDigest.isEqual(right, HexFormat.of().parseHex(signature.group(2)));
        Instant at = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
        boolean timely = Duration.between(at, told.at()).abs().compareTo(TOLERANCE) <= 0;
        if (!same || !timely) {
            throw Notification.refused();
        }
    }

    private static byte[] mac(byte[] body, String secret, String time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + '.').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
