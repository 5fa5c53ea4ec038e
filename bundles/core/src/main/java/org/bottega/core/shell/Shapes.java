package org.bottega.core.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.bottega.api.Seller;
import org.bottega.api.platform.Clients.Client;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.platform.Roles.Role;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Users.User;

/** What is shown of things, in tables and in JSON alike. */
final class Shapes {

    private Shapes() {}

    static Map<String, Object> of(Tenant tenant) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", tenant.id());
        shape.put("title", tenant.title());
        shape.put("zone", tenant.zone().getId());
        shape.put("locale", tenant.locale().toLanguageTag());
        shape.put("createdAt", tenant.createdAt());
        shape.put("sandbox", tenant.sandbox());
        shape.put("suspendedAt", tenant.suspendedAt());
        return shape;
    }

    static Map<String, Object> of(Seller seller) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", seller.id());
        shape.put("name", seller.name());
        shape.put("email", seller.email());
        shape.put("supportEmail", seller.supportEmail());
        shape.put("zone", seller.zone().getId());
        shape.put("locale", seller.locale().toLanguageTag());
        return shape;
    }

    static Map<String, Object> of(Client client) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", client.id());
        shape.put("label", client.label());
        shape.put("seller", client.seller());
        shape.put("permissions", new TreeSet<>(client.permissions()));
        shape.put("createdAt", client.createdAt());
        shape.put("revokedAt", client.revokedAt());
        return shape;
    }

    static Map<String, Object> of(User user) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", user.id());
        shape.put("kind", user.kind());
        shape.put("email", user.email());
        shape.put("name", user.name());
        shape.put("seller", user.seller());
        shape.put("role", user.role());
        shape.put("locale", user.locale().toLanguageTag());
        shape.put("ready", user.ready());
        shape.put("createdAt", user.createdAt());
        shape.put("disabledAt", user.disabledAt());
        return shape;
    }

    static Map<String, Object> of(Role role) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", role.id());
        shape.put("permissions", new TreeSet<>(role.permissions()));
        shape.put("builtIn", role.builtIn());
        return shape;
    }

    static Map<String, Object> of(Status module) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", module.id());
        shape.put("title", module.title());
        shape.put("version", module.version());
        shape.put("deployed", module.deployed());
        shape.put("on", module.on());
        shape.put("allowed", module.allowed());
        shape.put("requires", new TreeSet<>(module.requires()));
        shape.put("failure", module.failure());
        return shape;
    }
}
