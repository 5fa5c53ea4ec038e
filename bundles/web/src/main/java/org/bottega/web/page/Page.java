package org.bottega.web.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.spi.LinkPage.Fact;
import org.bottega.api.spi.LinkPage.View;
import org.bottega.web.http.Answer;

/** Makes pages of one template. What is filled in is escaped; the one style sheet is named by its hash, all else is barred. */
final class Page {

    private static final String STYLE = text("style.css");
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Template template = Mustache.compiler().defaultValue("").compile(text("page.html"));
    private final Texts texts;
    private final Map<String, Object> model = new HashMap<>();

    /** {@code title} is the name of a text. */
    Page(Texts texts, String marketplace, String title) {
        this.texts = texts;
        model.put("style", STYLE);
        model.put("lang", texts.language());
        model.put("marketplace", marketplace);
        model.put("title", texts.get(title));
        model.put("paragraphs", List.of());
        model.put("wrong", false);
        model.put("errors", List.of());
        model.put("form", false);
        model.put("hidden", List.of());
        model.put("fields", List.of());
        model.put("told", false);
        model.put("facts", List.of());
        model.put("links", List.of());
    }

    /** A module's page: its texts are there already. */
    static Page of(Texts texts, String marketplace, View view) {
        Page page = new Page(texts, marketplace, "page.title");
        page.model.put("title", view.title());
        page.model.put("paragraphs", view.paragraphs());
        page.model.put("told", !view.facts().isEmpty());
        page.model.put("facts", view.facts().stream().map(Page::fact).toList());
        page.model.put(
                "links",
                view.links().stream()
                        .map(link -> Map.of("address", link.address(), "text", link.text()))
                        .toList());
        page.model.put("form", view.button() != null);
        page.model.put("button", view.button());
        return page;
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> shape = new HashMap<>();
        shape.put("label", fact.label());
        shape.put("value", fact.value());
        shape.put("address", fact.address());
        return shape;
    }

    /**
     * A field of the form.
     *
     * @param label and {@code hint} are names of texts; {@code hint} may be null
     */
    record Field(String name, String type, String autocomplete, String label, String hint) {}

    Page say(String... names) {
        model.put("paragraphs", texts.get(names));
        return this;
    }

    Page errors(List<String> names) {
        return wrong(texts.get(names.toArray(String[]::new)));
    }

    /** Says what is wrong, in words. */
    Page wrong(List<String> words) {
        model.put("wrong", !words.isEmpty());
        model.put("errors", words);
        return this;
    }

    /** Shows a form that is sent to this very address. */
    Page form(String button, Map<String, String> hidden, List<Field> fields) {
        model.put("form", true);
        model.put("button", texts.get(button));
        model.put(
                "hidden",
                hidden.entrySet().stream()
                        .map(e -> Map.of("name", e.getKey(), "value", e.getValue()))
                        .toList());
        model.put("fields", fields.stream().map(this::field).toList());
        return this;
    }

    private Map<String, Object> field(Field field) {
        Map<String, Object> shape = new HashMap<>();
        shape.put("name", field.name());
        shape.put("type", field.type());
        shape.put("autocomplete", field.autocomplete());
        shape.put("label", texts.get(field.label()));
        shape.put("hint", field.hint() == null ? null : texts.get(field.hint()));
        return shape;
    }

    Page link(String address, String text) {
        model.put("links", List.of(Map.of("address", address, "text", texts.get(text))));
        return this;
    }

    Answer answer(int status) {
        byte[] body = template.execute(model).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html;charset=utf-8", body, Map.of())
                .with("Content-Security-Policy", POLICY)
                .with("Content-Language", texts.language())
                .with("Vary", "Accept-Language");
    }

    private static String text(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
