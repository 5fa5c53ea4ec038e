package org.bottega.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A server that takes webhooks, several at once: it hears each and answers with 204. It ends with the JVM, if not before. */
public final class HookServer implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final int WAITING = 100;

    private final HttpServer server;

    /** Is there from now on. */
    public HookServer(Consumer<JsonNode> hears) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectMapper json = new ObjectMapper();
        server.setExecutor(Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "hooks");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            hears.accept(json.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /** Its address, ending with a slash. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The call that has a marketplace send events here. */
    public Call addCall(Shop shop, String events) {
        String json = "{\"url\":\"%s\",\"events\":[\"%s\"],\"contact\":\"ops@example.com\"}".formatted(url(), events);
        return Call.post(shop.path("webhooks/endpoints"), json);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
