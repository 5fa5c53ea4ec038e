package org.bottega.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A marketplace made for a test: two sellers, a client for all of it and one for each seller. All that it writes in words
 * holds its own {@link #mark}, so that it can be recognised wherever it does not belong.
 */
public final class Shop {

    /** An API client and a token of it, or null. */
    public record Client(String id, String secret, String token) {}

    private final Platform platform;
    private final String tenant;
    private final Client all;
    private final Client one;
    private final Client two;
    private final Buyers buyers = new Buyers(this);
    private final Staff staff = new Staff(this);

    private Shop(Platform platform, String tenant, List<Client> clients) {
        this.platform = platform;
        this.tenant = tenant;
        all = clients.get(0);
        one = clients.get(1);
        two = clients.get(2);
    }

    /** Makes marketplaces with these modules on. */
    public static List<Shop> open(Platform platform, List<String> modules, String... tenants) {
        List<String> script = new ArrayList<>();
        for (String tenant : tenants) {
            script.add("tenant:create " + tenant + " --title Mark" + tenant + " --zone Europe/Rome --locale en"
                    + " --sandbox");
            modules.forEach(module -> script.add("module:allow --tenant " + tenant + " " + module));
            modules.forEach(module -> script.add("module:enable --tenant " + tenant + " " + module));
            for (String seller : List.of(tenant + "-one", tenant + "-two")) {
                script.add("seller:create --tenant " + tenant + " " + seller + " --name \"Mark" + tenant + " " + seller
                        + "\" --email " + seller + "@mark" + tenant + ".example");
            }
            script.add("client:create --tenant " + tenant + " --label all --permission all --json");
            for (String seller : List.of(tenant + "-one", tenant + "-two")) {
                script.add("client:create --tenant " + tenant + " --label " + seller + " --seller " + seller
                        + " --permission all --json");
            }
        }
        Outcome outcome = platform.console().run(script.toArray(String[]::new)).ok();
        Iterator<String> lines = outcome.jsonLines().iterator();
        List<Shop> shops = new ArrayList<>();
        for (String tenant : tenants) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                clients.add(login(platform.http(), tenant, lines.next()));
            }
            shops.add(new Shop(platform, tenant, clients));
        }
        return shops;
    }

    /** The same marketplace and its clients, asked through another node. */
    public Shop at(Platform node) {
        return new Shop(node, tenant, List.of(all, one, two));
    }

    /** One more client of the whole marketplace, with all permissions there are by now. */
    public Client newClient() {
        String create = "client:create --tenant " + tenant + " --label more --permission all --json";
        String json = platform.console().run(create).ok().jsonLines().get(0);
        return login(http(), tenant, json);
    }

    private static Client login(Http http, String tenant, String json) {
        try {
            JsonNode client = new ObjectMapper().readTree(json);
            String id = client.path("id").asText();
            String secret = client.path("secret").asText();
            return new Client(id, secret, token(http, tenant, id, secret));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String token(Http http, String tenant, String id, String secret) {
        return http.send(tokenCall(tenant, id, secret), null).expect(200).text("access_token");
    }

    private static Call tokenCall(String tenant, String id, String secret) {
        return Call.form(
                "/api/" + tenant + "/auth/token",
                "grant_type",
                "client_credentials",
                "client_id",
                id,
                "client_secret",
                secret);
    }

    /** One more token of a client. */
    public String freshToken(Client client) {
        return token(http(), tenant, client.id(), client.secret());
    }

    /** The call that gets a token for a client. */
    public Call tokenCall(Client client) {
        return tokenCall(tenant, client.id(), client.secret());
    }

    /** The call by which a client revokes a token of its own. */
    public Call revokeCall(Client client, String token) {
        return Call.form(
                path("auth/revoke"), "token", token, "client_id", client.id(), "client_secret", client.secret());
    }

    /** The absolute path of something of this marketplace. */
    public String path(String rest) {
        return "/api/" + tenant + "/" + rest;
    }

    /** Sends as the client of the whole marketplace. */
    public Answer send(Call call) {
        return http().send(call, all.token());
    }

    /** Sends as the client of the first seller. */
    public Answer sendAsOne(Call call) {
        return http().send(call, one.token());
    }

    public Http http() {
        return platform.http();
    }

    public Platform platform() {
        return platform;
    }

    public String tenant() {
        return tenant;
    }

    /** Part of every text it writes. */
    public String mark() {
        return "Mark" + tenant;
    }

    public Client all() {
        return all;
    }

    /** The first seller's client. */
    public Client one() {
        return one;
    }

    /** The second seller's client. */
    public Client two() {
        return two;
    }

    /** Buyers who are logged in. */
    public Buyers buyers() {
        return buyers;
    }

    /** Staff who log in. */
    public Staff staff() {
        return staff;
    }

    /** The token of who makes a call. */
    public String makersToken(Call call) {
        return switch (call.by()) {
            case SELLER -> one.token();
            case MARKETPLACE -> all.token();
            case BUYER -> buyers.token(buyers.first());
            case STAFF -> staff.token();
        };
    }

    public String sellerOne() {
        return tenant + "-one";
    }

    public String sellerTwo() {
        return tenant + "-two";
    }
}
