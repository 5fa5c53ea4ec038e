package org.bottega.core.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The tables {@code core_policy} and, with all that ever was, {@code core_policy_version}. No product is the empty text. */
final class PolicyRows extends Rows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS = "version, body, changed_at, changed_by";
    private static final String KEY = " where tenant_id = ? and id = ? and product = ?";

    private static final String MODULE = " where tenant_id = ? and id > ? and id < ?";
    private static final String BEHIND_DOT = "/";

    PolicyRows(Store store) {
        super(store);
    }

    Optional<Stored> find(String id, String product) {
        return query("select " + COLUMNS + " from core_policy" + KEY, PolicyRows::stored, tenant(), id, product)
                .stream()
                .findFirst();
    }

    /** Keeps others from changing it until the unit of work ends. */
    void lock(String id, String product) {
        update("update core_policy set id = id" + KEY, tenant(), id, product);
    }

    void save(String id, String product, Stored now) {
        String body = write(now.values());
        int changed = update(
                "update core_policy set version = ?, body = ?, changed_at = ?, changed_by = ?" + KEY,
                now.version(),
                body,
                now.changedAt(),
                now.changedBy(),
                tenant(),
                id,
                product);
        if (changed == 0) {
            insert("core_policy", id, product, now, body);
        }
        insert("core_policy_version", id, product, now, body);
    }

    private void insert(String table, String id, String product, Stored now, String body) {
        update(
                "insert into " + table + " (tenant_id, id, product, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                id,
                product,
                now.version(),
                body,
                now.changedAt(),
                now.changedBy());
    }

    /** Changes before this version, the newest first. */
    List<Stored> versions(String id, String product, long before, int limit) {
        return query(
                "select " + COLUMNS + " from core_policy_version" + KEY
                        + " and version < ? order by version desc fetch first " + limit + " rows only",
                PolicyRows::stored,
                tenant(),
                id,
                product,
                before);
    }

    /** Policy and product of all that is set of a module, whose policies' ids begin with its own and a dot. */
    List<String[]> ofModule(String module) {
        return query(
                "select id, product from core_policy" + MODULE,
                row -> new String[] {row.string(1), row.string(2)},
                tenant(),
                module + ".",
                module + BEHIND_DOT);
    }

    void purge(String module) {
        update("delete from core_policy_version" + MODULE, tenant(), module + ".", module + BEHIND_DOT);
        update("delete from core_policy" + MODULE, tenant(), module + ".", module + BEHIND_DOT);
    }

    private static Stored stored(Row row) {
        return new Stored(row.number(1), read(row.string(2)), row.instant(3), row.string(4));
    }

    private static String write(Map<String, JsonNode> values) {
        var body = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(values).forEach(body::set);
        return body.toString();
    }

    private static Map<String, JsonNode> read(String body) {
        try {
            return Json.fields(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy that is no JSON", e);
        }
    }
}
