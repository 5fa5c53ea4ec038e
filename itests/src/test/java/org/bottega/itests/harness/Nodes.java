package org.bottega.itests.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Installations beside one PostgreSQL database: the nodes of one platform. */
public final class Nodes {

    private final List<Platform> all = new ArrayList<>();

    /** Unpacks {@code node-a}, {@code node-b}, … with these settings besides their own; does not start. */
    public Nodes(Map<String, String> settings, int count) {
        Map<String, String> database = PostgreSql.newDatabase();
        for (char letter = 'a'; letter < 'a' + count; letter++) {
            String name = "node-" + letter;
            Map<String, String> own = new HashMap<>(database);
            own.put("BOTTEGA_NODE", name);
            own.putAll(settings);
            all.add(new Platform(name, own));
        }
    }

    /** Starts all at once, on a database that may well be empty. */
    public Nodes start() {
        List<Callable<Platform>> starts = new ArrayList<>();
        all.forEach(node -> starts.add(node::start));
        Together.all(starts);
        return this;
    }

    public Platform get(int index) {
        return all.get(index);
    }

    public List<Platform> all() {
        return List.copyOf(all);
    }

    /** Ends all, as a power cut would. */
    public void kill() {
        all.forEach(Platform::kill);
    }
}
