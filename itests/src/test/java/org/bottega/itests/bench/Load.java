package org.bottega.itests.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends one request again and again over keep-alive connections; a program of its own, so that its work is not the server's.
 * Arguments: port, connections, seconds, token, method, path, body (empty for none; every
 * <code>{unique}</code> in it becomes a new word). Prints one line: requests, failures, seconds, p50 and p99 in microseconds.
 */
public final class Load {

    private static final String UNIQUE = "{unique}";

    private final int port;
    private final String head;
    private final String body;
    private final long until;

    private Load(int port, String head, String body, long until) {
        this.port = port;
        this.head = head;
        this.body = body;
        this.until = until;
    }

    public static void main(String... args) throws Exception {
        int connections = Integer.parseInt(args[1]);
        double seconds = Double.parseDouble(args[2]);
        String head = args[4] + " " + args[5] + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + args[3]
                + "\r\nAccept: application/json\r\n";
        long begun = System.nanoTime();
        Load load = new Load(Integer.parseInt(args[0]), head, args[6], begun + (long) (seconds * 1e9));
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Callable<Times>> work = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            work.add(load::run);
        }
        Times all = new Times();
        for (Future<Times> times : threads.invokeAll(work)) {
            all.add(times.get());
        }
        threads.shutdown();
        System.out.println(all.line((System.nanoTime() - begun) / 1e9));
    }

    private Times run() throws IOException {
        Times times = new Times();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < until) {
                long from = System.nanoTime();
                out.write(request());
                out.flush();
                boolean good = Replies.read(in) < 300;
                times.took(System.nanoTime() - from, good);
            }
        }
        return times;
    }

    private byte[] request() {
        if (body.isEmpty()) {
            return (head + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
        String unique = UUID.randomUUID().toString();
        String text = body.replace(UNIQUE, unique);
        return (head + "Content-Type: application/json\r\nIdempotency-Key: " + unique + "\r\nContent-Length: "
                        + text.length() + "\r\n\r\n" + text)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** How long each request took. */
    private static final class Times {
        private long[] nanos = new long[1024];
        private int count;
        private int failures;

        void took(long time, boolean good) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = time;
            failures += good ? 0 : 1;
        }

        void add(Times other) {
            long[] both = Arrays.copyOf(nanos, count + other.count);
            System.arraycopy(other.nanos, 0, both, count, other.count);
            nanos = both;
            count += other.count;
            failures += other.failures;
        }

        String line(double seconds) {
            Arrays.sort(nanos, 0, count);
            return count + " " + failures + " " + seconds + " " + at(0.5) + " " + at(0.99);
        }

        private long at(double part) {
            return count == 0 ? 0 : nanos[(int) Math.min(count - 1L, (long) (count * part))] / 1000;
        }
    }
}
