package org.bottega.webhooks.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Looks hosts up and lets pass those that may be reached, with the very addresses that were looked at. */
@Component(service = Doorman.class, configurationPid = "org.bottega.webhooks")
@Designate(ocd = Doorman.Config.class)
public final class Doorman {

    /** What the operator allows. */
    @ObjectClassDefinition(name = "Bottega webhooks")
    public @interface Config {
        @AttributeDefinition(
                description = "Addresses or networks that may be reached although they are no public ones.")
        String allowedNetworks() default "";

        @AttributeDefinition(description = "Whether http is allowed too, not only https.")
        boolean allowHttp() default false;

        @AttributeDefinition(description = "Seconds until an attempt that is not answered has failed, 1 to 30.")
        int timeoutSeconds() default 15;
    }

    private static final int LOOKUPS = 16;
    private static final long IDLE_SECONDS = 10;
    private static final long LOOKUP_SECONDS = 5;

    private final Reach reach;
    private final boolean http;
    private final int timeoutMillis;
    private final Names names;
    private final ExecutorService lookups = new ThreadPoolExecutor(
            0, LOOKUPS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Doorman::thread);

    @Activate
    public Doorman(Config config) {
        this(
                config.allowedNetworks(),
                config.allowHttp(),
                Math.max(1, Math.min(30, config.timeoutSeconds())) * 1000,
                InetAddress::getAllByName);
    }

    /** With names of one's own. */
    public Doorman(String allowedNetworks, boolean allowHttp, int timeoutMillis, Names names) {
        this.reach = new Reach(allowedNetworks);
        this.http = allowHttp;
        this.timeoutMillis = timeoutMillis;
        this.names = names;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bottega-webhooks-names");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        lookups.shutdownNow();
    }

    /** Whether http is allowed too. */
    public boolean allowsHttp() {
        return http;
    }

    int timeoutMillis() {
        return timeoutMillis;
    }

    /**
     * The addresses of a host, all of which may be reached.
     *
     * @throws Refused when one of them may not
     * @throws UnknownHostException when there is no such host, or nobody knows soon enough
     */
    public List<InetAddress> admit(String host) throws IOException {
        try {
            return admitted(host).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException known ? known : unknown(e.getCause());
        }
    }

    /** The same without waiting. */
    CompletableFuture<List<InetAddress>> admitted(String host) {
        CompletableFuture<List<InetAddress>> admitted = new CompletableFuture<>();
        admitted.orTimeout(LOOKUP_SECONDS, TimeUnit.SECONDS);
        try {
            lookups.execute(() -> check(host, admitted));
        } catch (RejectedExecutionException e) {
            admitted.completeExceptionally(unknown(e));
        }
        return admitted;
    }

    private void check(String host, CompletableFuture<List<InetAddress>> admitted) {
        try {
            List<InetAddress> found = List.of(names.lookUp(host));
            if (found.isEmpty() || !found.stream().allMatch(reach::allows)) {
                throw new Refused();
            }
            admitted.complete(found);
        } catch (IOException | RuntimeException e) {
            admitted.completeExceptionally(e);
        }
    }

    private static UnknownHostException unknown(Throwable cause) {
        return (UnknownHostException) new UnknownHostException("unknown host").initCause(cause);
    }
}
