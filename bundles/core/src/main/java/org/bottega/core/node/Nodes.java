package org.bottega.core.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bottega.api.Problem;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.base.Inside;
import org.bottega.core.module.Deployed;
import org.bottega.core.module.Everywhere;
import org.bottega.core.node.NodeRows.Told;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes beside this database. Who lives is judged by this node's own clock alone, however wrong those of others are. */
@Component(
        service = {Nodes.class, Everywhere.class, HealthCheck.class},
        configurationPid = "org.bottega.core.node")
@Designate(ocd = Nodes.Config.class)
public final class Nodes implements Everywhere, HealthCheck {

    /** Who this node is. */
    @ObjectClassDefinition(name = "Bottega node")
    public @interface Config {
        @AttributeDefinition(description = "Name of this node, unique beside its database; empty: the machine's.")
        String name() default "";
    }

    /** A node that has not been heard of for so long is taken for gone. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    /** After so long nobody remembers it. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final int LENGTH = 100;

    /** The last beat of a node, and when this node first saw it. */
    private record Heard(Instant startedAt, long beat, Instant at) {
        boolean isSame(Told told) {
            return beat == told.beat() && startedAt.equals(told.startedAt());
        }
    }

    private final NodeRows rows;
    private final Inside inside;
    private final Deployed deployed;
    private final Clock clock;
    private final String name;
    private final Instant startedAt;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private Map<String, String> written = Map.of();
    private long beat;
    private volatile Instant twinAt = Instant.MIN;

    @Activate
    public Nodes(
            @Reference(target = "(unit=core)") Store store,
            @Reference Inside inside,
            @Reference Deployed deployed,
            @Reference(target = "(time=real)") Clock clock,
            Config config) {
        this.rows = new NodeRows(store);
        this.inside = inside;
        this.deployed = deployed;
        this.clock = clock;
        this.name = config.name().isBlank() ? machine() : config.name().strip();
        this.startedAt = now();
        if (name.length() > LENGTH) {
            throw new IllegalArgumentException("the node's name has more than " + LENGTH + " characters: " + name);
        }
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            LOG.info("This machine has no name ({}); the node is called localhost", e.getMessage());
            return "localhost";
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Says that this node lives and what it runs, and hears what the others say. */
    synchronized void beat() {
        Map<String, String> modules = deployed.running();
        long next = beat + 1;
        inside.platform(() -> {
            hear(rows.all());
            boolean known = rows.beat(new Told(name, startedAt, next));
            if (!known || !modules.equals(written)) {
                rows.setModules(name, modules);
            }
            return null;
        });
        beat = next;
        written = modules;
    }

    private void hear(List<Told> all) {
        Instant now = now();
        if (twinAt.isAfter(now)) {
            twinAt = Instant.MIN;
        }
        for (Told told : all) {
            if (beat > 0 && told.name().equals(name) && !told.startedAt().equals(startedAt)) {
                twinAt = now;
            }
            Heard before = heard.get(told.name());
            boolean setBack = before != null && before.at().isAfter(now);
            if (before == null || setBack || !before.isSame(told)) {
                heard.put(told.name(), new Heard(told.startedAt(), told.beat(), now));
            } else if (!before.at().plus(FORGOTTEN).isAfter(now)) {
                rows.remove(told.name());
                heard.remove(told.name());
            }
        }
    }

    /** Tells the others that this node goes. */
    synchronized void leave() {
        inside.platform(() -> {
            rows.remove(name);
            return null;
        });
        written = Map.of();
    }

    /** All that are known, by name. */
    public List<Node> list() {
        return inside.platform(() -> {
            Map<String, SortedMap<String, String>> modules = rows.modules();
            List<Node> nodes = new ArrayList<>();
            for (Told told : rows.all()) {
                SortedMap<String, String> runs = modules.getOrDefault(told.name(), new TreeMap<>());
                nodes.add(new Node(told.name(), told.startedAt(), told.name().equals(name), isLive(told), runs));
            }
            return nodes;
        });
    }

    /** Ids of the modules that other live nodes run. */
    Set<String> runElsewhere() {
        return list().stream()
                .filter(node -> !node.here() && node.live())
                .flatMap(node -> node.modules().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** One that was never heard before may well live. */
    private boolean isLive(Told told) {
        Heard last = heard.get(told.name());
        return last == null || !last.isSame(told) || last.at().plus(SILENCE).isAfter(now());
    }

    @Override
    public void check(String module) {
        List<String> without = list().stream()
                .filter(node -> !node.here() && node.live() && !node.modules().containsKey(module))
                .map(Node::name)
                .toList();
        if (!without.isEmpty()) {
            throw Problem.conflict(
                            "module-not-on-all-nodes",
                            "module " + module + " does not run on " + String.join(", ", without)
                                    + ": deploy it there first")
                    .with("nodes", without);
        }
    }

    /** Of the check of health. */
    @Override
    public String name() {
        return "node";
    }

    @Override
    public Optional<String> failure() {
        return twinAt.plus(SILENCE).isAfter(now())
                ? Optional.of("another node is called " + name + " too: give each its own BOTTEGA_NODE")
                : Optional.empty();
    }
}
