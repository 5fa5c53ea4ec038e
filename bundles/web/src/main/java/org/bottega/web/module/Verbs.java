package org.bottega.web.module;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;

/** Which HTTP methods the paths of a module take. CXF itself tells those of the whole resource class. */
final class Verbs {

    private record Way(URITemplate template, String verb) {}

    private final List<Way> ways = new ArrayList<>();

    void add(String template, String verb) {
        ways.add(new Way(new URITemplate(template), verb));
    }

    /**
     * The refusal of a method at a path.
     *
     * @param path below the module's
     * @return {@code method-not-allowed} (405) with what is allowed, or {@code path-not-found} (404)
     */
    Problem refusal(String path) {
        TreeSet<String> verbs = new TreeSet<>();
        for (Way way : ways) {
            MetadataMap<String, String> values = new MetadataMap<>();
            if (way.template.match(path.isEmpty() ? "/" : path, values) && isWhole(values)) {
                verbs.add(way.verb);
            }
        }
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        String allow = String.join(", ", verbs);
        return verbs.isEmpty()
                ? new Problem(Kind.NOT_FOUND, "path-not-found", "there is nothing at this path")
                : new Problem(Kind.METHOD_NOT_ALLOWED, "method-not-allowed", "this path takes " + allow)
                        .with("allow", allow);
    }

    private static boolean isWhole(MetadataMap<String, String> values) {
        String left = values.getFirst(URITemplate.FINAL_MATCH_GROUP);
        return left == null || left.isEmpty() || "/".equals(left);
    }
}
