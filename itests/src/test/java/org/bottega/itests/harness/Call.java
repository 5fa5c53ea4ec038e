package org.bottega.itests.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One HTTP call that can be made again by somebody else.
 *
 * @param path with query, from {@code /api}
 * @param owned whether what it speaks of belongs to one seller, so that another seller must not reach it
 * @param by who makes it
 * @param mentions ids, codes, cursors in the call that belong to its maker; whoever else uses them is refused
 */
public record Call(
        String method,
        String path,
        String contentType,
        String body,
        Map<String, String> headers,
        boolean owned,
        By by,
        List<String> mentions) {

    /** Who makes a call. */
    public enum By {
        /** The first seller's client. */
        SELLER,
        /** The client of the whole marketplace. */
        MARKETPLACE,
        /** The first buyer, about what is his own; another buyer must not reach it. */
        BUYER,
        /** The staff member who logged in last. */
        STAFF
    }

    public static Call get(String path) {
        return new Call("GET", path, null, null, Map.of(), false, By.SELLER, List.of());
    }

    /** A POST of JSON with a fresh idempotency key. */
    public static Call post(String path, String json) {
        return of("POST", path, "application/json", json);
    }

    public static Call csv(String path, String csv) {
        return of("POST", path, "text/csv", csv);
    }

    /** A form, without idempotency key. Names and values alternate. */
    public static Call form(String path, String... pairs) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(enc(pairs[i])).append('=').append(enc(pairs[i + 1]));
        }
        return new Call(
                "POST",
                path,
                "application/x-www-form-urlencoded",
                body.toString(),
                Map.of(),
                false,
                By.SELLER,
                List.of());
    }

    public static Call of(String method, String path, String contentType, String body) {
        return new Call(method, path, contentType, body, Map.of(), false, By.SELLER, List.of())
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** One header more, or another value of it. */
    public Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, contentType, body, more, owned, by, mentions);
    }

    public Call without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Call(method, path, contentType, body, fewer, owned, by, mentions);
    }

    public Call key(String key) {
        return header("Idempotency-Key", key);
    }

    /** The same call, to another tenant. */
    public Call at(String from, String to) {
        String other = path.replaceFirst("^/api/" + from + "/", "/api/" + to + "/");
        return new Call(method, other, contentType, body, headers, owned, by, mentions);
    }

    /** Says that it mentions these values of its maker. */
    public Call about(String... values) {
        List<String> more = new ArrayList<>(mentions);
        more.addAll(List.of(values));
        return new Call(method, path, contentType, body, headers, owned, by, more);
    }

    /** Says that what it speaks of belongs to one seller. */
    public Call ofSeller() {
        return new Call(method, path, contentType, body, headers, true, by, mentions);
    }

    /** Says that the first buyer makes it, about what is his own. */
    public Call ofBuyer() {
        return new Call(method, path, contentType, body, headers, owned, By.BUYER, mentions);
    }

    /** Says that the staff member makes it who logged in last. */
    public Call ofStaff() {
        return new Call(method, path, contentType, body, headers, owned, By.STAFF, mentions);
    }

    /** Says that the client of the whole marketplace makes it: a seller may not. */
    public Call ofMarketplace() {
        return new Call(method, path, contentType, body, headers, owned, By.MARKETPLACE, mentions);
    }

    /** A percent-encoded query or form value. */
    public static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path + (body == null ? "" : " " + body.substring(0, Math.min(300, body.length())));
    }
}
