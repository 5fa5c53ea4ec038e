package org.bottega.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.NewUser;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Base of tests about staff and buyers over HTTP, at the marketplace acme, whose seller is anna. */
abstract class PeopleBase {

    static final String PASSWORD = "correct-1";
    private static final Pattern LINK = Pattern.compile("/password/reset\\?token=([\\w-]{43})\\s");

    static EdgeServer edge;
    static TestPlatform platform;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        platform = edge.platform();
        platform.newSeller("acme", "anna");
        platform.newSeller("acme", "bruno");
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    static String staff(String tenant, String email, String role, String seller) throws Exception {
        String id = platform.as(tenant, () -> platform.core()
                        .people()
                        .users()
                        .create(new NewUser(Kind.STAFF, email, null, seller, role, null)))
                .id();
        json(
                tenant,
                "/auth/password/reset",
                "{\"token\":\"" + token(tenant, email) + "\",\"password\":\"" + PASSWORD + "\"}");
        return id;
    }

    /** The token in the newest mail with a link to an address. */
    static String token(String tenant, String email) {
        return platform.mails(tenant).stream()
                .filter(mail -> mail.to().equals(email))
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Lets mails be written that were asked for. */
    static void settle() {
        platform.advance(Duration.ZERO);
    }

    static Reply json(String tenant, String path, String body) throws Exception {
        return edge.send(HttpRequest.newBuilder(edge.uri("/api/" + tenant + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    static Reply forgot(String tenant, String email) throws Exception {
        return json(tenant, "/auth/password/forgot", "{\"email\":\"" + email + "\"}");
    }

    static Reply form(String path, String form) throws Exception {
        return edge.send(HttpRequest.newBuilder(edge.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    static Reply login(String tenant, String email, String password) throws Exception {
        return form(
                "/api/" + tenant + "/auth/token",
                "grant_type=password&username=" + enc(email) + "&password=" + enc(password));
    }

    static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String access(Reply reply) {
        return reply.json().path("access_token").asText();
    }

    /** A call of acme with a token. */
    static Reply call(String token, String method, String path, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(edge.uri("/api/acme" + path)).header("Authorization", "Bearer " + token);
        return edge.send(
                body == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body)));
    }
}
