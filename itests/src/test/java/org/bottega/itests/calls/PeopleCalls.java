package org.bottega.itests.calls;

import java.util.UUID;
import java.util.function.Supplier;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;
import org.bottega.itests.harness.Staff;

/** Calls about people, roles, clients and sellers. */
final class PeopleCalls {

    private final Shop shop;
    private final Staff staff;

    private PeopleCalls(Shop shop) {
        this.shop = shop;
        this.staff = shop.staff();
    }

    static void add(Examples examples, Shop shop) {
        PeopleCalls calls = new PeopleCalls(shop);
        calls.auth(examples);
        calls.users(examples);
        calls.roles(examples);
        calls.account(examples);
        calls.sellers(examples);
        calls.clients(examples);
    }

    private void auth(Examples examples) {
        examples.add("auth.token", () -> {
                    String email = staff.ready();
                    return staff.loginCall(email).about(email);
                })
                .add("auth.token", () -> {
                    String refresh = staff.login().text("refresh_token");
                    return Call.form(shop.path("auth/token"), "grant_type", "refresh_token", "refresh_token", refresh)
                            .about(refresh);
                })
                .add(
                        "auth.revoke",
                        () -> Call.form(
                                shop.path("auth/revoke"), "token", staff.login().text("access_token")))
                .add("auth.forgotPassword", () -> anonymous("auth/password/forgot"))
                .add("auth.register", () -> anonymous("auth/register"))
                .add("auth.resetPassword", () -> {
                    String mailed = staff.mailed(staff.add().text("id"));
                    return staff.resetCall(mailed).about(mailed);
                });
    }

    private Call anonymous(String path) {
        String email = UUID.randomUUID() + "@" + shop.mark().toLowerCase() + ".example";
        return Call.post(shop.path(path), "{\"email\":\"" + email + "\"}").without("Idempotency-Key");
    }

    private void users(Examples examples) {
        examples.add("core.addUser", staff::addCall)
                .add("core.listUsers", () -> {
                    staff.add();
                    return Call.get(shop.path("users")).ofSeller();
                })
                .add("core.listUsers", () -> next("users", staff::add).ofSeller())
                .add("core.getUser", () -> user("GET", "", null))
                .add("core.disableUser", () -> user("POST", "/disable", null))
                .add("core.enableUser", () -> user("POST", "/enable", null))
                .add("core.changeRole", () -> user("PUT", "/role", "{\"role\":\"support\"}"));
    }

    private Call user(String method, String after, String body) {
        String id = staff.add().text("id");
        return call(method, "users/" + id + after, body).ofSeller().about(id);
    }

    private void roles(Examples examples) {
        examples.add("core.listRoles", () -> Call.get(shop.path("roles")))
                .add("core.listRoles", () -> {
                    String first = shop.path("roles?limit=1");
                    String cursor = shop.send(Call.get(first)).expect(200).text("next");
                    return Call.get(first + "&cursor=" + Call.enc(cursor));
                })
                .add("core.addRole", () -> newRole(slug()).ofMarketplace())
                .add("core.setRole", () -> role("PUT", "{\"permissions\":[\"hello:read\"]}"))
                .add("core.removeRole", () -> role("DELETE", null));
    }

    private Call newRole(String id) {
        return Call.post(shop.path("roles"), "{\"role\":\"" + id + "\",\"permissions\":[\"hello:read\"]}");
    }

    private Call role(String method, String body) {
        String id = slug();
        shop.send(newRole(id)).expect(201);
        return call(method, "roles/" + id, body).ofMarketplace().about(id);
    }

    private void account(Examples examples) {
        examples.add("core.getAccount", () -> own("GET", "account", null))
                .add("core.setAccount", () -> own("PUT", "account", "{\"locale\":\"it\"}"))
                .add(
                        "core.setPassword",
                        () -> own(
                                "PUT",
                                "account/password",
                                "{\"old\":\"" + Staff.PASSWORD + "\",\"password\":\"Other4dinner\"}"))
                .add("core.getPasswordLink", () -> own("GET", "account/password-link", null));
    }

    private Call own(String method, String path, String body) {
        staff.login();
        return call(method, path, body).ofStaff();
    }

    private void sellers(Examples examples) {
        String settings = "{\"zone\":\"Europe/Rome\",\"locale\":\"en\"}";
        examples.add("core.listSellers", () -> Call.get(shop.path("sellers")).ofSeller())
                .add("core.listSellers", () -> {
                    String first = shop.path("sellers?limit=1");
                    String cursor = shop.send(Call.get(first)).expect(200).text("next");
                    return Call.get(first + "&cursor=" + Call.enc(cursor))
                            .ofMarketplace()
                            .about(cursor);
                })
                .add("core.addSeller", () -> Call.post(
                                shop.path("sellers"),
                                "{\"seller\":\"%s\",\"name\":\"New\",\"email\":\"new@example.com\"}".formatted(slug()))
                        .ofMarketplace())
                .add("core.getSeller", () -> seller("GET", "", null))
                .add("core.setSellerSettings", () -> seller("PUT", "/settings", settings));
    }

    private Call seller(String method, String after, String body) {
        return call(method, "sellers/" + shop.sellerOne() + after, body)
                .ofSeller()
                .about(shop.sellerOne());
    }

    private void clients(Examples examples) {
        examples.add("core.addClient", this::newClient)
                .add("core.listClients", () -> Call.get(shop.path("clients")).ofSeller())
                .add("core.listClients", () -> next(
                                "clients", () -> shop.send(newClient()).expect(201))
                        .ofSeller())
                .add("core.revokeClient", () -> {
                    String id = shop.send(newClient()).expect(201).text("client");
                    return call("DELETE", "clients/" + id, null).ofSeller().about(id);
                });
    }

    private Call newClient() {
        return Call.post(
                        shop.path("clients"),
                        "{\"label\":\"more\",\"seller\":\"%s\",\"permissions\":[\"hello:read\"]}"
                                .formatted(shop.sellerOne()))
                .ofSeller()
                .about(shop.sellerOne());
    }

    /** The second page of a list that has at least two items. */
    private Call next(String list, Supplier<Answer> item) {
        item.get();
        item.get();
        String first = shop.path(list + "?limit=1");
        String cursor = shop.sendAsOne(Call.get(first)).expect(200).text("next");
        return Call.get(first + "&cursor=" + Call.enc(cursor)).about(cursor);
    }

    private Call call(String method, String path, String body) {
        if (method.equals("GET")) {
            return Call.get(shop.path(path));
        }
        Call call = Call.of(method, shop.path(path), body == null ? null : "application/json", body);
        return method.equals("POST") ? call : call.without("Idempotency-Key");
    }

    private static String slug() {
        return "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }
}
