package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.spi.PolicyType;
import org.bottega.core.base.Cursors;
import org.bottega.core.file.FilePolicy;
import org.bottega.core.module.Deployed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows and changes what tenants have set. */
@Component
public final class PolicyService implements PolicyDesk {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final PolicyStates states;
    private final PolicyChanges changes;
    private final Deployed deployed;
    private final Callers callers;
    private final UnitOfWork unit;

    @Activate
    public PolicyService(
            @Reference PolicyStates states,
            @Reference PolicyChanges changes,
            @Reference Deployed deployed,
            @Reference Callers callers,
            @Reference UnitOfWork unit) {
        this.states = states;
        this.changes = changes;
        this.deployed = deployed;
        this.callers = callers;
        this.unit = unit;
    }

    @Override
    public List<Setting> list() {
        return deployed.policies().values().stream()
                .map(type -> setting(type, null))
                .toList();
    }

    @Override
    public Setting show(String id, String product) {
        return setting(type(id, product), product);
    }

    @Override
    public Setting set(String id, String product, Map<String, ?> values, Long expected) {
        Map<String, JsonNode> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, Json.of(value)));
        return write(type(id, product), product, written, expected);
    }

    @Override
    public Setting setTexts(String id, String product, Map<String, String> values, Long expected) {
        PolicyType<?> type = type(id, product);
        Map<String, Kind> kinds = Records.kinds(type.type());
        Map<String, JsonNode> written = new LinkedHashMap<>();
        values.forEach((name, text) -> {
            Kind kind = kinds.get(name);
            written.put(name, kind == null ? Json.of(text) : kind.parse().apply(text));
        });
        return write(type, product, written, expected);
    }

    private Setting write(PolicyType<?> type, String product, Map<String, JsonNode> values, Long expected) {
        notConfined();
        notOperators(type);
        changes.set(type, product, values, expected);
        return setting(type, product);
    }

    @Override
    public Setting reset(String id, String product, Long expected) {
        PolicyType<?> type = type(id, product);
        notConfined();
        notOperators(type);
        changes.reset(type, product, expected);
        return setting(type, product);
    }

    @Override
    public Page<Version> versions(String id, String product, PageRequest page) {
        PolicyType<?> type = type(id, product);
        String scope = callers.current().tenant() + '|' + id + '|' + product;
        long before = page.cursor() == null ? Long.MAX_VALUE : Long.parseLong(Cursors.position(scope, page.cursor()));
        List<Stored> found = unit.call(
                () -> states.rows().versions(type.id(), product == null ? "" : product, before, page.limit() + 1));
        List<Stored> items = found.size() > page.limit() ? found.subList(0, page.limit()) : found;
        String next = items.size() == found.size()
                ? null
                : Cursors.of(scope, String.valueOf(items.get(items.size() - 1).version()));
        return new Page<>(items.stream().map(PolicyService::version).toList(), next);
    }

    private static Version version(Stored stored) {
        Map<String, Object> values = new LinkedHashMap<>();
        stored.values().forEach((name, value) -> values.put(name, Json.plain(value)));
        return new Version(stored.version(), values, stored.changedAt(), stored.changedBy());
    }

    private PolicyType<?> type(String id, String product) {
        PolicyType<?> type = deployed.policies().get(id);
        if (type == null) {
            throw Problem.notFound("policy", id);
        }
        if (product != null && !type.perProduct()) {
            throw Problem.invalid("policy-not-per-product", "product", id + " is the same for all products");
        }
        if (product != null && !PRODUCT.matcher(product).matches()) {
            throw Problem.invalid("product-invalid", "product", "the id of a product");
        }
        return type;
    }

    /** How much a tenant may store is the operator's to say. */
    private void notOperators(PolicyType<?> type) {
        if (type.equals(FilePolicy.TYPE) && callers.current().kind() != Caller.Kind.OPERATOR) {
            throw new Problem(Problem.Kind.FORBIDDEN, "operator-only", "only the operator changes " + type.id());
        }
    }

    private void notConfined() {
        if (callers.current().seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "policies are changed by the marketplace's own people");
        }
    }

    private <P extends Record> Setting setting(PolicyType<P> type, String product) {
        Map<String, JsonNode> initial = Json.fields(Records.write(type.defaults()));
        Map<String, JsonNode> now = Json.fields(Records.write(states.get(type, product)));
        Stored stored = states.stored(type.id(), product);
        Map<String, String> meanings = Records.meanings(type.type());
        List<Value> values = Records.kinds(type.type()).entrySet().stream()
                .map(kind -> new Value(
                        kind.getKey(),
                        meanings.get(kind.getKey()),
                        kind.getValue().expects(),
                        Json.plain(initial.get(kind.getKey())),
                        Json.plain(now.get(kind.getKey())),
                        stored.values().containsKey(kind.getKey())))
                .toList();
        return new Setting(
                type.id(),
                type.id().substring(0, type.id().indexOf('.')),
                type.perProduct(),
                product,
                stored.version(),
                stored.changedAt(),
                stored.changedBy(),
                values);
    }
}
