package org.bottega.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers made smaller for callers who say that they understand it. */
public final class Gzip {

    private static final int LEAST = 1024;

    private Gzip() {}

    /** Whether the type is worth it. */
    public static boolean suits(String type) {
        String plain =
                type == null ? "" : type.toLowerCase(Locale.ROOT).split(";")[0].trim();
        return plain.startsWith("text/") || plain.equals("application/json") || plain.endsWith("+json");
    }

    /** Whether the caller takes gzip. */
    public static boolean isTaken(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Accept-Encoding");
        while (headers.hasMoreElements()) {
            for (String coding : headers.nextElement().toLowerCase(Locale.ROOT).split(",")) {
                String[] parts = coding.split(";", 2);
                boolean gzip = parts[0].trim().equals("gzip") || parts[0].trim().equals("x-gzip");
                if (gzip && !(parts.length > 1 && parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Says that the answer is packed. */
    public static void mark(HttpServletResponse response) {
        response.setHeader("Content-Encoding", "gzip");
    }

    /** The body, packed and said so, when that is wanted and worth it. */
    static byte[] packed(byte[] body, String type, HttpServletRequest request, HttpServletResponse response) {
        if (!suits(type)) {
            return body;
        }
        response.addHeader("Vary", "Accept-Encoding");
        if (body.length < LEAST || !isTaken(request)) {
            return body;
        }
        mark(response);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(packed, 4096)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
