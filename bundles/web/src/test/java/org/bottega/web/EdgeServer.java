package org.bottega.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Tokens;
import org.bottega.api.spi.Gauges;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.web.edge.ApiServlet;
import org.bottega.web.edge.Door;
import org.bottega.web.edge.RootServlet;
import org.bottega.web.health.HealthServlet;
import org.bottega.web.limit.Limits;
import org.bottega.web.metrics.Metrics;
import org.bottega.web.metrics.MetricsServlet;
import org.bottega.web.metrics.Timing;
import org.bottega.web.module.Publisher;
import org.bottega.web.page.LinkPages;
import org.bottega.web.page.PageServlet;
import org.bottega.web.platform.PlatformRest;
import org.bottega.web.token.AuthEndpoint;

/** The edge on a real HTTP server, a real platform and a real database; the HTTP server is set up as in the distribution. */
public final class EdgeServer {

    /** The marketplace that has the test module on. */
    public static final String TENANT = "acme";

    private final TestPlatform platform;
    private final Shelf shelf;
    private final Publisher publisher;
    private final PlatformRest platformRest;
    private final HealthServlet health = new HealthServlet();
    private final ApiServlet api;
    private final Jetty jetty = new Jetty();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;

    public EdgeServer() throws Exception {
        this(TestDatabase.Kind.usual());
    }

    public EdgeServer(TestDatabase.Kind kind) throws Exception {
        this(kind, TestConfig.limits(0, 0, 0));
    }

    /** With a configuration. */
    public EdgeServer(TestDatabase.Kind kind, TestConfig config) throws Exception {
        platform = TestPlatform.on(kind);
        shelf = new Shelf(platform);
        platform.newTenant(TENANT);
        platform.newTenant("globex");
        platform.module(shelf);
        platform.enable(TENANT, "shelf");
        token = token("shelf:read", "shelf:write");
        publisher = new Publisher(config, platform.unitOfWork(), platform.store("web"), platform.clock());
        publisher.addResource(shelf);
        platform.work(platform.core().people().work());
        platformRest = new PlatformRest(Resources.of(platform));
        publisher.addResource(platformRest);
        Tokens tokens = platform.core().tokens();
        Passwords passwords = platform.core().people().passwords();
        Limits limits = new Limits(config, platform.policies(), platform.callers());
        Door door = new Door(platform.tenants(), tokens, limits);
        AuthEndpoint auth = new AuthEndpoint(tokens, passwords, limits);
        api = new ApiServlet(publisher, door, platform.modules(), auth, platform.callers());
        health.addEdge(api);
        health.addCheck(check());
        jetty.add(api, "/api/*");
        jetty.add(health, "/health/*");
        LinkPages links = new LinkPages(publisher, platform.modules(), platform.callers());
        PageServlet pages = new PageServlet(platform.tenants(), passwords, platform.callers(), limits, links);
        jetty.add(pages, "/t/*");
        jetty.add(pages, "/password/forgot");
        jetty.add(new RootServlet(), "/*");
        Metrics metrics = new Metrics();
        metrics.addGauges(() -> List.of(new Gauges.Gauge("bottega_probe", "A probe", Map.of("kind", "a\"b"), 7)));
        jetty.filter(new Timing(metrics), "/api/*");
        jetty.add(new MetricsServlet(config, metrics, limits), "/metrics");
        jetty.start();
    }

    private static HealthCheck check() {
        return new HealthCheck() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public Optional<String> failure() {
                return Optional.empty();
            }
        };
    }

    /** A bearer token of a new client with these permissions. */
    public String token(String... permissions) {
        return tokenOf(null, permissions);
    }

    /** A bearer token of a new client of a seller. */
    public String tokenOf(String seller, String... permissions) {
        var made = platform.as(TENANT, () -> platform.core().clients().create("test", seller, Set.of(permissions)));
        return platform.core()
                .tokens()
                .issue(TENANT, made.client().id(), made.secret(), Set.of())
                .orElseThrow()
                .token();
    }

    /** A token with all permissions of the test module. */
    public String token() {
        return token;
    }

    public TestPlatform platform() {
        return platform;
    }

    public Shelf shelf() {
        return shelf;
    }

    public Publisher publisher() {
        return publisher;
    }

    public ApiServlet api() {
        return api;
    }

    /** The platform's own operations. */
    public PlatformRest platformRest() {
        return platformRest;
    }

    public HealthServlet health() {
        return health;
    }

    public int port() {
        return jetty.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** A request with the token. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    /** Sends. */
    public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(response);
    }

    /** GET below the test module. */
    public Reply get(String path) throws IOException, InterruptedException {
        return send(request("/api/acme/shelf" + path).GET());
    }

    /** POST of JSON below the test module. */
    public Reply post(String path, String json) throws IOException, InterruptedException {
        return send(json(path, json));
    }

    /** POST of JSON under an idempotency key. */
    public Reply post(String path, String json, String key) throws IOException, InterruptedException {
        return send(json(path, json).header("Idempotency-Key", key));
    }

    /** A POST of JSON to be sent. */
    public HttpRequest.Builder json(String path, String json) {
        return request("/api/acme/shelf" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    /** Sends bytes as they are and returns all that comes back. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    public void close() throws Exception {
        jetty.stop();
        publisher.stop();
        platform.close();
    }
}
