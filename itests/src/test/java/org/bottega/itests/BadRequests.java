package org.bottega.itests;

import java.util.ArrayList;
import java.util.List;
import org.bottega.itests.BadInputIT.Bad;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Requests that are refused whatever their body holds. */
final class BadRequests {

    private final Shop shop;
    private final Shop other;
    private final String transaction;
    private final List<Bad> all = new ArrayList<>();

    BadRequests(Shop shop, Shop other, String transaction) {
        this.shop = shop;
        this.other = other;
        this.transaction = transaction;
    }

    List<Bad> all() {
        tokens();
        paths();
        types();
        queries();
        files();
        return all;
    }

    private void tokens() {
        Call good = new Sales(shop).productCall(shop.sellerOne());
        all.add(new Bad("no token", good, null, 401, "token-missing", null));
        token("a foreign token", good, other.all().token());
        token("an expired token", good, Tokens.expired(shop));
        token("a revoked token", good, Tokens.revoked(shop));
        token("an invented token", good, "x".repeat(43));
        add("a tenant there is none of", good.at(shop.tenant(), "nobody"), 404, "tenant-not-found", null);
        add("a tenant with an odd name", good.at(shop.tenant(), "..%2f"), 404, "path-not-found", null);
        Call login = shop.tokenCall(shop.all());
        login("a wrong secret", form(login.body() + "x"), 401, "invalid-client", null);
        login(
                "another grant",
                form(login.body().replace("client_credentials", "implicit")),
                400,
                "unsupported-grant-type",
                null);
        login("a scope it has not", form(login.body() + "&scope=sales%3Anothing"), 400, "invalid-scope", null);
    }

    private void paths() {
        add("no path", Call.get("/"), 404, "path-not-found", null);
        add("an unknown path", Call.get("/nowhere/at/all"), 404, "path-not-found", null);
        add("an unknown module", Call.get(shop.path("nomodule/things")), 404, "module-not-enabled", null);
        add("an unknown path of a module", Call.get(shop.path("sales/nothing")), 404, "path-not-found", null);
        add(
                "an unknown purchase",
                Call.get(shop.path("sales/purchases/HP000000000000")),
                404,
                "purchase-not-found",
                null);
        add(
                "a wrong method",
                Call.of("DELETE", shop.path("sales/purchases/" + transaction), null, null),
                405,
                "method-not-allowed",
                null);
        add(
                "a wrong method on a list",
                Call.of("PUT", shop.path("sales/products"), "application/json", "{}"),
                405,
                "method-not-allowed",
                null);
    }

    private void types() {
        Call good = new Sales(shop).productCall(shop.sellerOne());
        add(
                "a wrong media type",
                Call.of("POST", good.path(), "text/plain", good.body()),
                415,
                "body-type-not-taken",
                null);
        add("XML", Call.of("POST", good.path(), "application/xml", "<a/>"), 415, "body-type-not-taken", null);
        add(
                "an answer it cannot give",
                Call.get(good.path()).header("Accept", "image/png"),
                406,
                "answer-type-not-offered",
                null);
    }

    private void queries() {
        list("too small a limit", "limit=0", "limit-out-of-range", "limit");
        list("too large a limit", "limit=501", "limit-out-of-range", "limit");
        list("a limit in words", "limit=many", "parameter-invalid", "limit");
        list("a cursor of its own making", "cursor=abc", "cursor-invalid", "cursor");
        list("an unknown status", "status=LOST", "status-unknown", "status");
        list("a day for an instant", "from=2024-01-01", "parameter-invalid", "from");
    }

    private void files() {
        String query = new Sales(shop).importQuery(shop.sellerOne(), "no", "date", "amount", "customer");
        file("an import of an unknown mapping", query + "&map.colour=date", 400, "parameter-unknown", "map.colour");
        file(
                "an import without a mapping",
                "seller=" + shop.sellerOne() + "&currency=GBP",
                400,
                "mapping-invalid",
                null);
        file(
                "an import of a column there is none of",
                query.replace("=amount", "=nothing"),
                400,
                "mapping-invalid",
                null);
        file("an import in an unknown currency", query.replace("GBP", "XXP"), 400, "currency-unknown", "currency");
        file(
                "an import of an unknown seller",
                query.replace(shop.sellerOne(), "nobody"),
                404,
                "seller-not-found",
                null);
        file(
                "an import of another tenant's seller",
                query.replace(shop.sellerOne(), other.sellerOne()),
                404,
                "seller-not-found",
                null);
    }

    private Call form(String body) {
        return new Call(
                "POST",
                shop.path("auth/token"),
                "application/x-www-form-urlencoded",
                body,
                java.util.Map.of(),
                false,
                Call.By.SELLER,
                List.of());
    }

    private void token(String name, Call call, String token) {
        all.add(new Bad(name, call, token, 401, "token-invalid", null));
    }

    private void login(String name, Call call, int status, String code, String field) {
        all.add(new Bad(name, call, null, status, code, field));
    }

    private void list(String name, String query, String code, String field) {
        add(name, Call.get(shop.path("sales/purchases?" + query)), 400, code, field);
    }

    private void file(String name, String query, int status, String code, String field) {
        Call call = Call.csv(shop.path("sales/imports?" + query), "no,date,amount,customer\n1,2024-01-01,1.00,x\n");
        add(name, call, status, code, field);
    }

    private void add(String name, Call call, int status, String code, String field) {
        all.add(new Bad(name, call, shop.all().token(), status, code, field));
    }
}
