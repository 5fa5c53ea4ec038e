import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fills the two demo marketplaces through the console and the REST API, as an operator and sellers would, and tells how to
 * reach them. A second run adds nothing. Compiled and started by {@code bottega demo}: the distribution, the server's address,
 * host and port of its console.
 */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final String address;
    private final String console;
    private final Path file = Path.of(System.getenv("BOTTEGA_DATA"), "demo.json");
    private final Operator operator;

    private Demo(String[] args) {
        home = Path.of(args[0]);
        address = args[1];
        console = args[2] + ":" + args[3];
        operator = new Operator(home, args[2], args[3]);
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
        operator.installPlugins();
        forgetModulesBut(operator.deployed(), marketplaces);
        operator.open(marketplaces);
        known.put("http", address).put("ssh", console);
        for (JsonNode marketplace : marketplaces) {
            remember(marketplace, known);
        }
        write(known);
        for (JsonNode m : marketplaces) {
            System.out.println(m.get("id").asText() + ": " + new Sellers(home.resolve("demo"), api(m, known), m).fill());
        }
        show(marketplaces, known);
    }

    /** The archive alone has no plugins. */
    private static void forgetModulesBut(Set<String> deployed, JsonNode marketplaces) {
        for (JsonNode marketplace : marketplaces) {
            ArrayNode modules = JSON.createArrayNode();
            for (JsonNode module : marketplace.get("modules")) {
                if (deployed.contains(module.asText())) {
                    modules.add(module);
                }
            }
            ((ObjectNode) marketplace).set("modules", modules);
        }
    }

    /** Keeps clients that still work; otherwise makes new ones. */
    private void remember(JsonNode marketplace, ObjectNode known) throws IOException, InterruptedException {
        boolean works = api(marketplace, known).works();
        ObjectNode tenant = known.withObject("/tenants/" + marketplace.get("id").asText());
        tenant.set("title", marketplace.get("title"));
        tenant.put("api", address(marketplace));
        tenant.set("modules", marketplace.get("modules"));
        if (!works) {
            ArrayNode clients = JSON.createArrayNode();
            operator.clients(marketplace).forEach(clients::add);
            tenant.set("clients", clients);
        }
    }

    /** For scripts, and readable by the owner only, because of the secrets. */
    private void write(JsonNode known) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), known);
    }

    private void show(JsonNode marketplaces, JsonNode known) throws IOException, InterruptedException {
        System.out.println();
        for (JsonNode m : marketplaces) {
            List<String> modules = new ArrayList<>();
            m.get("modules").forEach(module -> modules.add(module.asText()));
            System.out.printf("%-19s %s  (%s)%n", m.get("title").asText(), address(m), String.join(", ", modules));
            System.out.printf("%-19s client %s, secret %s%n", "",
                    client(m, known).get("id").asText(), client(m, known).get("secret").asText());
        }
        JsonNode first = marketplaces.get(0);
        String sale = api(first, known).get("/sales/purchases?status=ANY&buyerEmail=marcus.bell@example.com")
                .at("/items/0/transaction").asText();
        System.out.printf("""
                All clients         %s
                Console             bottega console (user admin, password in %s)

                Try it:
                TOKEN=$(curl -s %3$s/auth/token -d grant_type=client_credentials -d client_id=%4$s -d client_secret=%5$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -s -H "Authorization: Bearer $TOKEN" '%3$s/sales/purchases?limit=3'
                curl -s -H "Authorization: Bearer $TOKEN" %3$s/sales/purchases/%6$s/refund

                """, file, file.resolveSibling("etc/users.properties"), address(first),
                client(first, known).get("id").asText(), client(first, known).get("secret").asText(), sale);
    }

    private String address(JsonNode marketplace) {
        return address + "/api/" + marketplace.get("id").asText();
    }

    private Api api(JsonNode marketplace, JsonNode known) {
        return new Api(address(marketplace), client(marketplace, known));
    }

    private static JsonNode client(JsonNode marketplace, JsonNode known) {
        return known.at("/tenants/" + marketplace.get("id").asText() + "/clients/0");
    }
}
