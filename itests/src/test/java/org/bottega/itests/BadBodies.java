package org.bottega.itests;

import java.util.ArrayList;
import java.util.List;
import org.bottega.itests.BadInputIT.Bad;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Bodies that are refused for what is in them. */
final class BadBodies {

    private static final String PRICE = "{\"product\":\"%s\",\"price\":{\"amount\":%s,\"currency\":%s}}";

    private final Shop shop;
    private final String offer;
    private final String transaction;
    private final String product;
    private final List<Bad> all = new ArrayList<>();

    BadBodies(Shop shop, String offer, String transaction) {
        this.shop = shop;
        this.offer = offer;
        this.transaction = transaction;
        this.product = new Sales(shop).product();
    }

    List<Bad> all() {
        json();
        money();
        texts();
        purchases();
        refunds();
        return all;
    }

    private void json() {
        product("broken JSON", "{\"name\":", "json-invalid", null);
        product("no JSON at all", "hello", "json-invalid", null);
        product("an empty body", "", "body-missing", "body");
        product("null instead of an object", "null", "body-missing", null);
        product("an array instead of an object", "[]", "field-invalid", null);
        product("two documents", name("\"x\"") + name("\"y\""), "json-invalid", null);
        product("a number for a text", name("17"), "field-invalid", "name");
        product("an object for a text", name("{}"), "field-invalid", "name");
        product("a text for a number", more("\"guaranteeDays\":\"soon\""), "field-invalid", "guaranteeDays");
        product("a fraction for a whole number", more("\"guaranteeDays\":7.5"), "field-invalid", "guaranteeDays");
        product(
                "an unknown value of an enumeration",
                more("\"refundPolicy\":\"NEVER\""),
                "field-invalid",
                "refundPolicy");
        product("an unknown field", more("\"colour\":\"red\""), "field-unknown", "colour");
        product("the same field twice", more("\"name\":\"twice\""), "field-duplicate", null);
        product("deeply nested JSON", name("[".repeat(5000)), "field-invalid", "name");
        product("a missing field", "{\"seller\":\"" + shop.sellerOne() + "\"}", "field-invalid", "name");
    }

    private void money() {
        price("a negative amount", "-1", "\"EUR\"", "price-not-positive", "price.amount");
        price("an amount beyond the most", "1000000000001", "\"EUR\"", "amount-too-large", "price.amount");
        price("an amount beyond 64 bits", "99999999999999999999", "\"EUR\"", "field-invalid", "price.amount");
        price("a fraction of a cent", "10.5", "\"EUR\"", "field-invalid", "price.amount");
        price("an amount in words", "\"10\"", "\"EUR\"", "field-invalid", "price.amount");
        price("an unknown currency", "100", "\"EUX\"", "currency-unknown", "price.currency");
        price("a currency in small letters", "100", "\"eur\"", "currency-unknown", "price.currency");
        price("no currency", "100", "null", "currency-unknown", "price.currency");
    }

    private void texts() {
        product("an over-long text", name("\"" + "x".repeat(201) + "\""), "field-invalid", "name");
        product("an empty text", name("\"\""), "field-invalid", "name");
        product("blanks only", name("\"   \""), "field-invalid", "name");
        product("a control character", name("\"a\\u0000b\""), "characters-not-allowed", "name");
        product("an escape sequence", name("\"a\\u001bb\""), "characters-not-allowed", "name");
        product("a raw control character", name("\"a\u0001b\""), "json-invalid", null);
        product("half of a four-byte character", name("\"a\\ud83db\""), "characters-not-allowed", "name");
        product("no e-mail address", more("\"supportEmail\":\"nobody\""), "email-invalid", "supportEmail");
        product(
                "a four-byte address",
                more("\"supportEmail\":\"\uD83D\uDE00@x.example\""),
                "characters-not-allowed",
                "supportEmail");
        product("a guarantee there is none of", more("\"guaranteeDays\":14"), "guarantee-unknown", "guaranteeDays");
    }

    private void purchases() {
        Sales sales = new Sales(shop);
        purchase(
                "a buyer without address",
                sales.purchaseJson(offer, Sales.APPROVED, ""),
                "field-invalid",
                "buyer.email");
        purchase(
                "a header in an address",
                sales.purchaseJson(offer, Sales.APPROVED, "a@x.example\\r\\nBcc: b@x.example"),
                "characters-not-allowed",
                "buyer.email");
        purchase("no card", sales.purchaseJson(offer, "", "a@x.example"), "card-invalid", "payment.card");
        purchase(
                "letters for a card",
                sales.purchaseJson(offer, "4000abcd", "a@x.example"),
                "card-invalid",
                "payment.card");
        Call good = sales.purchaseCall(offer, Sales.APPROVED);
        add("a purchase without key", good.without("Idempotency-Key"), 400, "idempotency-key-required", null);
        add("an over-long key", good.key("k".repeat(300)), 400, "idempotency-key-invalid", null);
        Call unknown = sales.purchaseCall("OF0000000000", Sales.APPROVED);
        add("an offer there is none of", unknown, 404, "offer-not-found", null);
    }

    private void refunds() {
        String path = shop.path("sales/purchases/" + transaction + "/refund");
        add(
                "a refund that is not confirmed",
                Call.post(path, "{\"reason\":\"x\"}"),
                400,
                "confirmation-missing",
                "confirm");
        add(
                "a refund that is denied",
                Call.post(path, "{\"confirm\":false,\"reason\":\"x\"}"),
                400,
                "confirmation-missing",
                "confirm");
    }

    private String name(String json) {
        return "{\"seller\":\"" + shop.sellerOne() + "\",\"name\":" + json + "}";
    }

    private String more(String fields) {
        return "{\"seller\":\"" + shop.sellerOne() + "\",\"name\":\"A name\"," + fields + "}";
    }

    private void product(String name, String json, String code, String field) {
        add(name, Call.post(shop.path("sales/products"), json), 400, code, field);
    }

    private void price(String name, String amount, String currency, String code, String field) {
        String json = PRICE.formatted(product, amount, currency);
        add(name, Call.post(shop.path("sales/offers"), json), 400, code, field);
    }

    private void purchase(String name, String json, String code, String field) {
        add(name, Call.post(shop.path("sales/purchases"), json), 400, code, field);
    }

    private void add(String name, Call call, int status, String code, String field) {
        all.add(new Bad(name, call, shop.all().token(), status, code, field));
    }
}
