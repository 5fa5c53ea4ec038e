package org.bottega.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwayServletTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new AwayServlet()), "/");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    @DisplayName("whatever is asked for: a problem 503 that says when to come again")
    void away() throws Exception {
        for (String path : new String[] {"/", "/api/acme/sales/purchases", "/health/ready"}) {
            for (String method : new String[] {"GET", "POST", "DELETE"}) {
                HttpResponse<String> answer = send(method, path);
                assertEquals(503, answer.statusCode());
                assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
                assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElseThrow());
                assertTrue(answer.body().startsWith("{\"type\":\"urn:bottega:problem:platform-unavailable\","));
            }
        }
        HttpResponse<String> head = send("HEAD", "/");
        assertEquals(503, head.statusCode());
        assertEquals("", head.body());
    }
}
