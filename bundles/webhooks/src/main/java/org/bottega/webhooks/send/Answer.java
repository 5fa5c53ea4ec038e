package org.bottega.webhooks.send;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * What a server answered, or why it did not.
 *
 * @param status of HTTP, or null when no head of an answer came
 * @param error why it did not count, or null
 * @param text how the body begins, at most {@link #MOST} characters, or null
 */
public record Answer(Integer status, String error, String text) {

    /** Characters of the body that are kept. */
    public static final int MOST = 1000;

    private static final int WORDS = 300;
    private static final int OK = 2;
    private static final int GONE = 410;
    private static final int CLASS = 100;

    /** Whether the server has taken it. A redirect is no taking. */
    public boolean isTaken() {
        return status != null && status / CLASS == OK;
    }

    /** Whether the server wants nothing more, ever. */
    public boolean isGone() {
        return status != null && status == GONE;
    }

    static Answer of(int status, byte[] body, int length) {
        String error = status / CLASS == OK ? null : "the answer was " + status;
        return new Answer(status, error, length == 0 ? null : text(body, length));
    }

    /** Why there is none, in words that tell nothing of the platform's inside. */
    static Answer none(Throwable failure) {
        return new Answer(null, words(failure), null);
    }

    private static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused || cause instanceof LimitedTransport.TooLong) {
                return cause.getMessage();
            }
            if (cause instanceof UnknownHostException) {
                return "unknown host";
            }
            if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof SSLException) {
                String text = "no trusted TLS connection: " + cause.getMessage();
                return text.length() <= WORDS ? text : text.substring(0, WORDS);
            }
            if (cause instanceof ConnectException) {
                return "connection refused";
            }
        }
        return "the connection broke";
    }

    /** As text that every database takes: no control characters, nothing beyond U+FFFF. */
    private static String text(byte[] body, int length) {
        String text = new String(body, 0, length, StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length() && i < MOST; i++) {
            char c = text.charAt(i);
            boolean good = c == '\n' || c == '\t' || !Character.isISOControl(c) && !Character.isSurrogate(c);
            clean.append(good ? c : '\uFFFD');
        }
        return clean.toString();
    }
}
