package org.bottega.itests.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.itests.bench.Server.Boot;
import org.bottega.itests.bench.Server.Request;
import org.bottega.itests.bench.Server.Run;

/**
 * Measures the distribution on this machine and prints what it found beside what it ought to be. A program, never a test:
 * what it prints depends on the machine. Arguments: rows (default 1000000), seconds for each measurement (default 5), and
 * which requests are measured, by a part of their name (default all, and what else there is; {@code background} for the
 * platform's own threads).
 */
public final class Bench {

    private static final int FEW = 10_000;
    private static final int MOST_ROUNDS = 60;
    private static final long WARM_NANOS = 60_000_000_000L;

    private final int rows;
    private final double seconds;
    private final String only;
    private final Market market = new Market();
    private final Server server = new Server(market.platform());

    private Bench(int rows, double seconds, String only) {
        this.rows = rows;
        this.seconds = seconds;
        this.only = only;
    }

    public static void main(String... args) throws SQLException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
        Bench bench = new Bench(rows, seconds, args.length > 2 ? args[2] : "");
        if (bench.only.isEmpty()) {
            bench.run();
        } else if (bench.only.equals("background")) {
            bench.background();
        } else {
            bench.some();
        }
        System.exit(0);
    }

    private void run() throws SQLException {
        Boot first = server.boot();
        say("first boot, with migrations: %.1f s wall, %.1f s CPU", first.wall(), first.cpu());
        market.open();
        Map<String, Integer> written = market.rowsOfOnePurchase();
        market.platform().stop();
        fill(FEW);

        Boot boot = server.boot();
        say("boot to first 200: %.1f s wall, %.1f s CPU (aim 15 s CPU)", boot.wall(), boot.cpu());
        say("resident after boot: %d MB (aim 450)", market.platform().machine().residentMegabytes());
        market.login();
        warm(market.page());
        Run few = server.load(8, seconds, market.page());
        say("page of 50 among %,d, 8 connections: %s", FEW, few);
        market.platform().stop();
        fill(rows);

        server.boot();
        market.login();
        Run empty = measure();
        say("page of 50, CPU among %,d to among %,d: 1 to %.2f", FEW, rows, market.pageCpu() / few.cpuMillis());
        say(
                "GET one to empty resource, 8 connections: %.0f %% of its rate (aim 50)",
                100 * market.oneRate() / empty.perSecond());
        say("import: %,.0f rows/s (aim 1500)", market.importRate(20_000));
        say("resident after load: %d MB (aim 700)", market.platform().machine().residentMegabytes());
        measureBackground();
        market.platform().stop();
        raw(written);
        new Crowd(market, server).measure(this::warm, seconds);
    }

    /** The platform's own threads and many tenants only. */
    private void background() throws SQLException {
        server.boot();
        market.open();
        market.login();
        measureBackground();
        market.platform().stop();
        new Crowd(market, server).measure(this::warm, seconds);
    }

    private void measureBackground() {
        Background background = market.background();
        background.events(20_000);
        say("events, published to heard: %,.0f /s (aim 2000)", background.events(20_000));
        background.rows(40_000);
        say("due rows: %,.0f /s (aim 10000)", background.rows(40_000));
        say("webhooks, event published to delivered: %,.0f /s", background.webhooks(4000));
        background.enable(300);
        say("module switched on, median: %.1f ms (aim 10)", background.enable(100));
    }

    /** A few requests only, while somebody works on them. */
    private void some() throws SQLException {
        server.boot();
        market.open();
        market.platform().stop();
        fill(rows);
        server.boot();
        market.login();
        measure();
        market.platform().stop();
    }

    /** All requests at 1, 8 and 32 connections; returns the run of the empty resource with 8. */
    private Run measure() {
        Run empty = null;
        List<Request> wanted = market.requests().stream()
                .filter(request -> request.name().contains(only))
                .toList();
        for (Request request : wanted) {
            warm(request);
            for (int connections : new int[] {1, 8, 32}) {
                Run run = server.load(connections, seconds, request);
                say("%-28s %2d conn %s", request.name(), connections, run);
                if (connections == 8) {
                    market.keep(request, run);
                    empty = request.name().equals(Market.EMPTY) ? run : empty;
                }
            }
        }
        return empty;
    }

    /** Until the compiler has little left to do: another run costs hardly less than the one before. */
    private void warm(Request request) {
        long least = System.nanoTime() + WARM_NANOS;
        double before = Double.MAX_VALUE;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            double cpu = server.load(8, seconds, request).cpuMillis();
            if (cpu > before * 0.97 && System.nanoTime() > least) {
                return;
            }
            before = cpu;
        }
    }

    private void fill(int wanted) throws SQLException {
        long from = System.nanoTime();
        try (RawJdbc database = new RawJdbc(market.platform())) {
            database.fill(Market.TENANT, wanted);
        }
        say("filled to %,d purchases in %.0f s", wanted, (System.nanoTime() - from) / 1e9);
    }

    private void raw(Map<String, Integer> written) throws SQLException {
        try (RawJdbc database = new RawJdbc(market.platform())) {
            compare("GET one", database.readOne(Market.TENANT, seconds), market.oneCpu());
            compare("page of 50", database.readPage(Market.TENANT, market.product(), seconds), market.pageCpu());
            compare("POST purchase", database.write(Market.TENANT, written, seconds), market.postCpu());
        }
        say("rows of one purchase: %s", written);
    }

    private static void compare(String name, RawJdbc.Cost raw, double platform) {
        say(
                "raw JDBC, rows of %-13s %,8.0f /s %8.3f ms CPU; the platform takes %.1f times that",
                name, raw.perSecond(), raw.cpuMillis(), platform / raw.cpuMillis());
    }

    static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
