package org.bottega.itests.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bottega.itests.harness.Machine;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.PostgreSql;

/** The platform as it is shipped, seen from outside: time, CPU and memory of its process. */
final class Server {

    /** From the start of the launcher to the first 200 of {@code /health/ready}. */
    record Boot(double wall, double cpu) {}

    /** One run of the load. */
    record Run(long requests, long failures, double seconds, long p50, long p99, double cpuMillis) {
        double perSecond() {
            return requests / seconds;
        }

        @Override
        public String toString() {
            String text = "%,8.0f req/s   p50 %,7d us   p99 %,8d us   server CPU %6.3f ms";
            return String.format(Locale.ROOT, text, perSecond(), p50, p99, cpuMillis)
                    + (failures == 0 ? "" : "   " + failures + " FAILED");
        }
    }

    private static final Pattern USED = Pattern.compile("(?:generation|heap) .*used (\\d+)K");

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Platform platform;

    Server(Platform platform) {
        this.platform = platform;
    }

    Boot boot() {
        long from = System.nanoTime();
        CompletableFuture<Platform> started = CompletableFuture.supplyAsync(platform::start);
        while (!isReady()) {
            if (started.isCompletedExceptionally()) {
                started.join();
            }
            Thread.onSpinWait();
        }
        Boot boot = new Boot((System.nanoTime() - from) / 1e9, cpuSeconds());
        started.join();
        return boot;
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + platform.httpPort() + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200;
        } catch (IOException notYet) {
            pause();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }

    /** Of the platform and, where it is a server beside it, its database. */
    double cpuSeconds() {
        Stream<ProcessHandle> all = Stream.of(platform.server().orElseThrow());
        return (PostgreSql.isWanted() ? Stream.concat(all, databases()) : all)
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }

    private static Stream<ProcessHandle> databases() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }

    /** The part of one processor that it takes while nobody calls. */
    double idleCpu() {
        double before = cpuSeconds();
        long from = System.nanoTime();
        await().pollDelay(IDLE).atMost(IDLE.multipliedBy(2)).until(() -> true);
        return (cpuSeconds() - before) / ((System.nanoTime() - from) / 1e9);
    }

    /** Used memory in MB after a collection of garbage. */
    double heapMegabytes() {
        Machine machine = platform.machine();
        machine.jcmd("GC.run");
        return USED.matcher(machine.jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / 1024.0;
    }

    /** Sends a request again and again from a process of its own. */
    Run load(int connections, double seconds, Request request) {
        double before = cpuSeconds();
        String[] line = client(connections, seconds, request).trim().split(" ");
        long requests = Long.parseLong(line[0]);
        double cpu = (cpuSeconds() - before) * 1000 / Math.max(1, requests);
        return new Run(
                requests,
                Long.parseLong(line[1]),
                Double.parseDouble(line[2]),
                Long.parseLong(line[3]),
                Long.parseLong(line[4]),
                cpu);
    }

    private String client(int connections, double seconds, Request request) {
        String java = ProcessHandle.current().info().command().orElse("java");
        try {
            Process process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Load.class.getName(),
                            String.valueOf(platform.httpPort()),
                            String.valueOf(connections),
                            String.valueOf(seconds),
                            request.token(),
                            request.method(),
                            request.path(),
                            request.body()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the load generator failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is sent. */
    record Request(String name, String token, String method, String path, String body) {}
}
