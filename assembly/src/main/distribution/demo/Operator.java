import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the operator does on the console. */
final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final String sshHost;
    private final String sshPort;

    Operator(Path home, String sshHost, String sshPort) {
        this.home = home;
        this.sshHost = sshHost;
        this.sshPort = sshPort;
    }

    /** Installs the modules of demo/plugins, which are in no distribution, into the running server. */
    void installPlugins() throws IOException, InterruptedException {
        Set<String> there = deployed();
        Set<String> missing = new HashSet<>();
        List<String> commands = new ArrayList<>();
        Path folder = Files.createDirectories(home.resolve("demo/plugins"));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                String module = jar.getFileName().toString().replaceAll("-[0-9].*", "");
                if (!there.contains(module)) {
                    missing.add(module);
                    commands.add("bundle:install -s " + jar.toUri());
                }
            }
        }
        console(commands);
        long limit = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!missing.isEmpty() && !deployed().containsAll(missing)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("Of the modules " + missing + " some did not start.");
            }
        }
    }

    /** Creates marketplaces and sellers that are not there, and switches their modules on. */
    void open(JsonNode marketplaces) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (JsonNode m : marketplaces) {
            String tenant = m.get("id").asText();
            commands.add("tenant:create " + tenant + options(m, "title", "zone", "locale")
                    + " --sandbox --if-absent");
            for (JsonNode seller : m.get("sellers")) {
                commands.add("seller:create --tenant " + tenant + " " + seller.get("id").asText()
                        + options(seller, "name", "email", "supportEmail", "zone", "locale") + " --if-absent");
            }
            for (JsonNode module : m.get("modules")) {
                commands.add("module:enable --tenant " + tenant + " " + module.asText());
            }
        }
        console(commands);
    }

    /** New clients of a marketplace, with secrets: first one that may do everything, then one for each seller. */
    List<JsonNode> clients(JsonNode marketplace) throws IOException, InterruptedException {
        String create = "client:create --json --tenant " + marketplace.get("id").asText();
        List<String> commands = new ArrayList<>(List.of(create + " --label \"Back office (demo)\" --permission all"));
        for (JsonNode seller : marketplace.get("sellers")) {
            commands.add(create + " --label \"" + seller.get("name").asText() + " (demo)\" --seller "
                    + seller.get("id").asText()
                    + " --permission sales:read --permission sales:access --permission sales:refund");
        }
        List<JsonNode> made = new ArrayList<>();
        for (String line : console(commands)) {
            if (line.startsWith("{")) {
                made.add(JSON.readTree(line));
            }
        }
        return made;
    }

    /** Ids of the modules that run. */
    Set<String> deployed() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (String line : console(List.of("module:list --json"))) {
            if (line.startsWith("[")) {
                for (JsonNode module : JSON.readTree(line)) {
                    if (module.get("deployed").asBoolean()) {
                        ids.add(module.get("id").asText());
                    }
                }
            }
        }
        return ids;
    }

    private static String options(JsonNode values, String... names) {
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            if (values.has(name)) {
                String option = name.replaceAll("([A-Z])", "-$1").toLowerCase();
                line.append(" --").append(option).append(" \"").append(values.get(name).asText()).append('"');
            }
        }
        return line.toString();
    }

    private List<String> console(List<String> commands) throws IOException, InterruptedException {
        if (commands.isEmpty()) {
            return List.of();
        }
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
}
