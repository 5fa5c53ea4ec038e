package org.bottega.core.node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The tables {@code core_node} and {@code core_node_module}, which belong to no tenant. Methods need an open unit of work. */
final class NodeRows extends Rows {

    /** What a node has written of itself. */
    record Told(String name, Instant startedAt, long beat) {}

    NodeRows(Store store) {
        super(store);
    }

    /** Returns whether the node was known. */
    boolean beat(Told node) {
        int changed = update(
                "update core_node set started_at = ?, beat = ? where name = ?",
                node.startedAt(),
                node.beat(),
                node.name());
        if (changed == 0) {
            update(
                    "insert into core_node (name, started_at, beat) values (?, ?, ?)",
                    node.name(),
                    node.startedAt(),
                    node.beat());
        }
        return changed > 0;
    }

    void setModules(String node, Map<String, String> versions) {
        update("delete from core_node_module where node = ?", node);
        batch(
                "insert into core_node_module (node, module, version) values (?, ?, ?)",
                versions.entrySet().stream()
                        .map(module -> new Object[] {node, module.getKey(), module.getValue()})
                        .toList());
    }

    void remove(String node) {
        update("delete from core_node_module where node = ?", node);
        update("delete from core_node where name = ?", node);
    }

    List<Told> all() {
        return query(
                "select name, started_at, beat from core_node order by name",
                row -> new Told(row.string(1), row.instant(2), row.number(3)));
    }

    /** The modules of all nodes, by the names of the nodes. */
    Map<String, SortedMap<String, String>> modules() {
        Map<String, SortedMap<String, String>> modules = new TreeMap<>();
        query("select node, module, version from core_node_module", row -> modules.computeIfAbsent(
                        row.string(1), node -> new TreeMap<>())
                .put(row.string(2), row.string(3)));
        return modules;
    }
}
