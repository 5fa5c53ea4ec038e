import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills the two demo marketplaces through the console and the REST API, as an operator and a seller would. What is there
 * already is left alone, so that a second run adds nothing. Started by {@code bottega demo}; compiled by the launcher of Java.
 */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> CARDS = Map.of(
            "approved", "4000000000000002",
            "no funds", "4000000000000010",
            "blocked", "4000000000000028",
            "delayed", "4000000000000036",
            "chargeback later", "4000000000000044");

    private final Path home;
    private final String address;
    private final String sshHost;
    private final String sshPort;
    private final Path file = Path.of(System.getenv("BOTTEGA_DATA"), "demo.json");
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, String> offers = new HashMap<>();

    private Demo(String[] args) {
        home = Path.of(args[0]);
        address = args[1];
        sshHost = args[2];
        sshPort = args[3];
    }

    public static void main(String[] args) throws Exception {
        try {
            new Demo(args).run();
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        JsonNode marketplaces = JSON.readTree(home.resolve("demo/marketplaces.json").toFile());
        ObjectNode known = Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        operate(marketplaces, known);
        for (JsonNode marketplace : marketplaces) {
            fill(new Api(known.at("/tenants/" + marketplace.get("id").asText() + "/clients/0"), marketplace), marketplace);
        }
        show(marketplaces, known);
    }

    // ---- the operator's part, on the console

    private void operate(JsonNode marketplaces, ObjectNode known) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (JsonNode m : marketplaces) {
            commands.add(command("tenant:create", m.get("id").asText(), m, "title", "zone", "locale") + " --if-absent");
            for (JsonNode s : m.get("sellers")) {
                commands.add(command("seller:create --tenant " + m.get("id").asText(), s.get("id").asText(), s,
                        "name", "email", "supportEmail", "zone", "locale") + " --if-absent");
            }
            for (JsonNode module : m.get("modules")) {
                commands.add("module:enable --tenant " + m.get("id").asText() + " " + module.asText());
            }
        }
        console(commands);
        List<String> clients = new ArrayList<>();
        for (JsonNode m : marketplaces) {
            if (!new Api(known.at("/tenants/" + m.get("id").asText() + "/clients/0"), m).works()) {
                clients.addAll(newClients(m));
            }
        }
        remember(marketplaces, known, clients.isEmpty() ? List.of() : console(clients));
    }

    private static List<String> newClients(JsonNode marketplace) {
        String create = "client:create --json --tenant " + marketplace.get("id").asText();
        List<String> commands = new ArrayList<>(List.of(create + " --label \"Back office (demo)\" --permission all"));
        for (JsonNode seller : marketplace.get("sellers")) {
            commands.add(create + " --label \"" + seller.get("name").asText() + " (demo)\" --seller " + seller.get("id").asText()
                    + " --permission sales:read --permission sales:access --permission sales:refund");
        }
        return commands;
    }

    private static String command(String command, String id, JsonNode values, String... options) {
        StringBuilder line = new StringBuilder(command + " " + id);
        for (String option : options) {
            if (values.has(option)) {
                String name = option.replaceAll("([A-Z])", "-$1").toLowerCase();
                line.append(" --").append(name).append(" \"").append(values.get(option).asText()).append('"');
            }
        }
        return line.toString();
    }

    private List<String> console(List<String> commands) throws IOException, InterruptedException {
        Process client = new ProcessBuilder(home.resolve("bin/client").toString(), "-a", sshPort, "-h", sshHost, "-b")
                .redirectErrorStream(true)
                .start();
        try (var in = client.getOutputStream()) {
            in.write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (client.waitFor() != 0) {
            throw new IllegalStateException("The console refused: " + output.strip());
        }
        return output.lines().map(String::strip).toList();
    }

    /** Keeps addresses and secrets for scripts, readable by the owner only. */
    private void remember(JsonNode marketplaces, ObjectNode known, List<String> answers) throws IOException {
        known.put("http", address).put("ssh", sshHost + ":" + sshPort);
        ObjectNode tenants = known.withObject("/tenants");
        for (JsonNode m : marketplaces) {
            ArrayNode clients = JSON.createArrayNode();
            for (String answer : answers) {
                if (answer.startsWith("{") && JSON.readTree(answer).get("tenant").equals(m.get("id"))) {
                    clients.add(JSON.readTree(answer));
                }
            }
            ObjectNode tenant = tenants.withObject("/" + m.get("id").asText());
            tenant.put("title", m.get("title").asText()).put("api", address + "/api/" + m.get("id").asText());
            tenant.set("modules", m.get("modules"));
            if (!clients.isEmpty()) {
                tenant.set("clients", clients);
            }
        }
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), known);
    }

    // ---- the sellers' part, over REST

    private void fill(Api api, JsonNode marketplace) throws IOException, InterruptedException {
        for (JsonNode seller : marketplace.get("sellers")) {
            for (JsonNode product : seller.get("products")) {
                offer(api, seller, product);
            }
        }
        int made = 0;
        List<String> lines = Files.readAllLines(home.resolve("demo/purchases.csv"));
        for (int i = 1; i < lines.size(); i++) {
            String[] line = lines.get(i).split(";", -1);
            if (line[0].equals(api.tenant) && buy(api, "demo-purchase-" + i, line)) {
                made++;
            }
        }
        int imported = api.get("/sales/imports").get("items").isEmpty() ? history(api, marketplace) : 0;
        System.out.printf("%s: %d purchases made, %d files of past sales imported%n", api.tenant, made, imported);
    }

    private void offer(Api api, JsonNode seller, JsonNode product) throws IOException, InterruptedException {
        String name = product.get("name").asText();
        JsonNode found = first(api.get("/sales/products?seller=" + seller.get("id").asText() + "&name=" + encoded(name)), "name", name);
        if (found == null) {
            found = api.post("/sales/products", "demo-product-" + name.hashCode(), JSON.createObjectNode()
                    .put("seller", seller.get("id").asText()).put("name", name)
                    .put("guaranteeDays", product.get("guaranteeDays").asInt()));
        }
        String code = found.get("product").asText();
        JsonNode existing = api.get("/sales/offers?product=" + code);
        for (var offer : product.get("offers").properties()) {
            JsonNode same = first(existing, "name", offer.getKey());
            if (same == null) {
                ObjectNode body = JSON.createObjectNode().put("product", code).put("name", offer.getKey());
                body.putObject("price").put("amount", offer.getValue().asLong()).put("currency", seller.get("currency").asText());
                same = api.post("/sales/offers", "demo-offer-" + offer.getKey(), body);
            }
            offers.put(offer.getKey(), same.get("offer").asText());
        }
    }

    /** marketplace;offer;name;email;locale;card;afterwards */
    private boolean buy(Api api, String key, String[] line) throws IOException, InterruptedException {
        if (!api.get("/sales/purchases?status=ANY&limit=1&buyerEmail=" + encoded(line[3])).get("items").isEmpty()) {
            return false;
        }
        ObjectNode sale = JSON.createObjectNode().put("offer", offers.get(line[1]));
        sale.putObject("buyer").put("name", line[2]).put("email", line[3]).put("locale", line[4]);
        sale.putObject("payment").put("type", "CARD").put("card", CARDS.get(line[5]));
        String purchase = "/sales/purchases/" + api.post("/sales/purchases", key, sale).get("transaction").asText();
        if (line[6].equals("resend")) {
            awaitAccess(api, purchase);
            api.post(purchase + "/resend-access", key + "-resend", JSON.createObjectNode());
        } else if (line[6].startsWith("refund ")) {
            api.post(purchase + "/refund", key + "-refund",
                    JSON.createObjectNode().put("confirm", true).put("reason", line[6].substring(7)));
        }
        return true;
    }

    /** Access is granted a moment after the sale, by an event. */
    private void awaitAccess(Api api, String purchase) throws IOException, InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (api.get(purchase + "/refund").get("lost").isEmpty() && System.nanoTime() < limit) {
            Thread.sleep(100);
        }
    }

    private int history(Api api, JsonNode marketplace) throws IOException, InterruptedException {
        int files = 0;
        for (JsonNode seller : marketplace.get("sellers")) {
            Path csv = home.resolve("demo/history-" + seller.get("id").asText() + ".csv");
            if (Files.exists(csv)) {
                api.send("POST", "/sales/imports?seller=" + seller.get("id").asText() + "&currency=" + seller.get("currency").asText()
                        + "&map.transaction=order&map.purchasedAt=sold_at&map.amount=total&map.buyerEmail=email&map.buyerName=name",
                        "demo-history-" + seller.get("id").asText(), "text/csv", Files.readString(csv));
                files++;
            }
        }
        return files;
    }

    // ---- the last word

    private void show(JsonNode marketplaces, JsonNode known) throws IOException, InterruptedException {
        JsonNode client = known.at("/tenants/acme/clients/0");
        JsonNode sale = new Api(client, marketplaces.get(0)).get("/sales/purchases?status=ANY&buyerEmail=marcus.bell@example.com")
                .at("/items/0/transaction");
        System.out.println();
        for (JsonNode m : marketplaces) {
            List<String> modules = new ArrayList<>();
            m.get("modules").forEach(module -> modules.add(module.asText()));
            System.out.printf("%-20s %s/api/%-6s modules %-13s client %s%n", m.get("title").asText(), address,
                    m.get("id").asText(), String.join(", ", modules), known.at("/tenants/" + m.get("id").asText() + "/clients/0/id").asText());
        }
        System.out.printf("""
                Addresses, clients and their secrets: %s
                Console: bottega console (user admin; its password is in %6$s)

                Try it:
                TOKEN=$(curl -s %2$s/api/acme/auth/token -d grant_type=client_credentials -d client_id=%3$s -d client_secret=%4$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -s -H "Authorization: Bearer $TOKEN" '%2$s/api/acme/sales/purchases?limit=3'
                curl -s -H "Authorization: Bearer $TOKEN" %2$s/api/acme/sales/purchases/%5$s/refund

                """, file, address, client.get("id").asText(), client.get("secret").asText(), sale.asText(),
                file.resolveSibling("etc/users.properties"));
    }

    private static JsonNode first(JsonNode page, String field, String value) {
        for (JsonNode item : page.get("items")) {
            if (value.equals(item.path(field).asText())) {
                return item;
            }
        }
        return null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One marketplace as its back office reaches it. */
    private final class Api {
        private final String tenant;
        private final JsonNode client;
        private String token;

        Api(JsonNode client, JsonNode marketplace) {
            this.client = client;
            this.tenant = marketplace.get("id").asText();
        }

        boolean works() throws IOException, InterruptedException {
            return !client.isMissingNode() && login().statusCode() == 200;
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            return send("GET", path, null, null, "");
        }

        JsonNode post(String path, String key, JsonNode body) throws IOException, InterruptedException {
            return send("POST", path, key, "application/json", body.toString());
        }

        JsonNode send(String method, String path, String key, String type, String body) throws IOException, InterruptedException {
            if (token == null) {
                token = read("POST /auth/token", login()).get("access_token").asText();
            }
            HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + token).method(method, BodyPublishers.ofString(body));
            if (key != null) {
                request.header("Idempotency-Key", key).header("Content-Type", type);
            }
            return read(method + " " + path, http.send(request.build(), BodyHandlers.ofString()));
        }

        private HttpResponse<String> login() throws IOException, InterruptedException {
            String form = "grant_type=client_credentials&client_id=" + encoded(client.get("id").asText())
                    + "&client_secret=" + encoded(client.get("secret").asText());
            return http.send(request("/auth/token").header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + "/api/" + tenant + path)).timeout(Duration.ofSeconds(60));
        }

        private JsonNode read(String call, HttpResponse<String> answer) throws IOException {
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(tenant + ", " + call + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        }
    }
}
