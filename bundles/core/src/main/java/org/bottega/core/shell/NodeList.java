package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.core.node.Node;
import org.bottega.core.node.Nodes;

/** {@code node:list}. */
@Service
@Command(
        scope = "node",
        name = "list",
        description = "Lists the nodes beside this database, and what each of them runs",
        detailedDescription =
                """
                Lists the processes of the platform that share this database, with the modules that each of them runs and
                their versions. One that was killed is shown as not live after ten seconds, and forgotten after an hour. A
                module can be switched on for a marketplace when all live nodes run it. Changes nothing.

                  node:list
                  node:list --json""")
public final class NodeList extends OperatorCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private Nodes nodes;

    @Override
    protected void run() {
        Output.rows(nodes.list().stream().map(NodeList::shape).toList(), json, "No node has been heard of yet.");
    }

    private static Map<String, Object> shape(Node node) {
        List<String> modules = node.modules().entrySet().stream()
                .map(module -> module.getKey() + " " + module.getValue())
                .toList();
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("node", node.name());
        shape.put("here", node.here());
        shape.put("live", node.live());
        shape.put("startedAt", node.startedAt());
        shape.put("modules", modules);
        return shape;
    }
}
