package org.bottega.webhooks.send;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.util.BytesContentProvider;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.HttpCookieStore;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts to servers of others. The connection goes to the very addresses that the doorman let pass; redirects are answers like
 * others; no cookies, no log-in, no proxy, no packed answers. Its threads begin with the first request.
 */
@Component(service = Post.class)
public final class Post {

    private static final int CONNECTIONS = 16;
    private static final int THREADS = 16;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_MILLIS = 20_000;
    private static final long DESTINATION_MILLIS = 60_000;
    private static final HttpField AGENT = new HttpField(HttpHeader.USER_AGENT, "Bottega-Webhooks/1.0");

    private final Doorman doorman;
    private HttpClient client;

    @Activate
    public Post(@Reference Doorman doorman) {
        this.doorman = doorman;
    }

    /** Sends JSON. The future always ends well, with an answer or with why there is none, at the time-out at the latest. */
    public CompletableFuture<Answer> send(String url, Map<String, String> headers, byte[] body) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        try {
            Request request = client().newRequest(URI.create(url))
                    .method("POST")
                    .timeout(doorman.timeoutMillis(), TimeUnit.MILLISECONDS)
                    .content(new BytesContentProvider("application/json", body));
            headers.forEach(request::header);
            request.send(new Listener(future));
        } catch (IOException | RuntimeException e) {
            future.complete(Answer.none(e));
        }
        return future;
    }

    private synchronized HttpClient client() throws IOException {
        if (client == null) {
            QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
            threads.setName("bottega-webhooks");
            threads.setDaemon(true);
            HttpClient made = new HttpClient(new LimitedTransport(), new SslContextFactory.Client());
            made.setExecutor(threads);
            made.setSocketAddressResolver(this::resolve);
            made.setFollowRedirects(false);
            made.setCookieStore(new HttpCookieStore.Empty());
            made.setUserAgentField(AGENT);
            made.setMaxConnectionsPerDestination(CONNECTIONS);
            made.setConnectTimeout(Math.min(CONNECT_MILLIS, doorman.timeoutMillis()));
            made.setIdleTimeout(IDLE_MILLIS);
            made.setDestinationIdleTimeout(DESTINATION_MILLIS);
            try {
                made.start();
            } catch (Exception e) {
                throw new IOException("the HTTP client does not start", e);
            }
            made.getProtocolHandlers().clear();
            made.getContentDecoderFactories().clear();
            client = made;
        }
        return client;
    }

    private void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
        doorman.admitted(host).whenComplete((admitted, failure) -> {
            if (failure == null) {
                promise.succeeded(admitted.stream()
                        .map(address -> new InetSocketAddress(address, port))
                        .toList());
            } else {
                promise.failed(failure);
            }
        });
    }

    /** Ends what is under way. */
    @Deactivate
    public synchronized void stop() throws Exception {
        if (client != null) {
            client.stop();
            client = null;
        }
    }
}
