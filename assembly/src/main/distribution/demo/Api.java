import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One marketplace's REST API, called as one of its clients. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String address;
    private final JsonNode client;
    private String token;

    /** @param client with id and secret, or a missing node when there is none yet */
    Api(String address, JsonNode client) {
        this.address = address;
        this.client = client;
    }

    /** Whether the client exists and is let in. */
    boolean works() throws IOException, InterruptedException {
        return !client.isMissingNode() && login().statusCode() == 200;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, null, "");
    }

    JsonNode post(String path, String key, JsonNode body) throws IOException, InterruptedException {
        return send("POST", path, key, "application/json", body.toString());
    }

    JsonNode postCsv(String path, String key, String body) throws IOException, InterruptedException {
        return send("POST", path, key, "text/csv", body);
    }

    private JsonNode send(String method, String path, String key, String type, String body)
            throws IOException, InterruptedException {
        if (token == null) {
            token = read("POST /auth/token", login()).get("access_token").asText();
        }
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key).header("Content-Type", type);
        }
        return read(method + " " + path, http.send(request.build(), BodyHandlers.ofString()));
    }

    private HttpResponse<String> login() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded(client.get("id").asText())
                + "&client_secret=" + encoded(client.get("secret").asText());
        HttpRequest request = request("/auth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private JsonNode read(String call, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(address + ", " + call + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
