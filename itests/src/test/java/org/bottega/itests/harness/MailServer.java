package org.bottega.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that takes everything, and counts by Message-ID. It can be away. */
public final class MailServer implements AutoCloseable {

    private static final Runnable NOTHING = () -> {};

    private final int port = Home.freePort();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile ServerSocket listening;
    private volatile Runnable beforeAnswer = NOTHING;

    public int port() {
        return port;
    }

    /** Settings of an installation that sends its mails here. */
    public Map<String, String> settings() {
        return Map.of(
                "BOTTEGA_SMTP_HOST", "127.0.0.1",
                "BOTTEGA_SMTP_PORT", String.valueOf(port),
                "BOTTEGA_SMTP_STARTTLS", "false",
                "BOTTEGA_SMTP_FROM", "shop@bottega.example");
    }

    /** Is there from now on. */
    public MailServer up() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            listening = socket;
            start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Is away: connections are refused. */
    public void down() {
        close();
    }

    /** Does this once, when the next mail has been taken and before its sender is told so. */
    public void beforeAnswer(Runnable work) {
        beforeAnswer = work;
    }

    /** How often each Message-ID was taken. */
    public Map<String, Integer> byMessageId() {
        Map<String, Integer> counts = new TreeMap<>();
        taken.forEach(id -> counts.merge(id, 1, Integer::sum));
        return counts;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]")[0].toUpperCase()) {
                    case "DATA" -> {
                        say(client, "354 go on");
                        taken.add(messageId(in));
                        Runnable work = beforeAnswer;
                        beforeAnswer = NOTHING;
                        work.run();
                        say(client, "250 taken");
                    }
                    case "QUIT" -> say(client, "221 bye");
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // A client that was killed.
            return;
        }
    }

    /** Reads a mail to its end. */
    private static String messageId(BufferedReader in) throws IOException {
        String id = "none";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.toLowerCase().startsWith("message-id:")) {
                id = line.substring("message-id:".length()).strip();
            }
        }
        return id;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            if (listening != null) {
                listening.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
