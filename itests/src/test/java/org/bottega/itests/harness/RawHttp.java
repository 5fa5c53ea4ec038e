package org.bottega.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** HTTP by hand, for what no honest client sends. */
public final class RawHttp {

    /** Where the server's patience must have ended at the latest. */
    private static final long MOST = 100L << 20;

    private final Shop shop;
    private final int port;

    public RawHttp(Shop shop) {
        this.shop = shop;
        this.port = URI.create(shop.http().base()).getPort();
    }

    /**
     * How a body without end ended.
     *
     * @param status of the answer
     * @param bytes that were sent until then
     */
    public record Sent(int status, long bytes, String answer) {}

    /** Sends {@code piece} again and again, in chunks, until the server answers or cuts the line. */
    public Sent endless(String method, String path, String type, String piece) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head(method, path, type).getBytes(StandardCharsets.US_ASCII));
            byte[] chunk =
                    (Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n").getBytes(StandardCharsets.US_ASCII);
            long bytes = 0;
            try {
                while (bytes < MOST && socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    bytes += piece.length();
                }
            } catch (SocketException cut) {
                return answer(socket, bytes);
            }
            return answer(socket, bytes);
        }
    }

    /** Sends these bytes and returns the whole answer. */
    public String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Request line and headers, with the token of the whole marketplace's client. */
    public String head(String method, String path, String type) {
        return String.join(
                "\r\n",
                method + " " + path + " HTTP/1.1",
                "Host: 127.0.0.1:" + port,
                "Authorization: Bearer " + shop.all().token(),
                "Idempotency-Key: " + UUID.randomUUID(),
                "Content-Type: " + type,
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "");
    }

    private static Sent answer(Socket socket, long bytes) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String first = in.readLine();
        int status = first == null ? 0 : Integer.parseInt(first.split(" ")[1]);
        return new Sent(status, bytes, first);
    }
}
