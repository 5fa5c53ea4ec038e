package org.bottega.sales;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.Problem;

/**
 * What a seller sells.
 *
 * @param id {@code PR…}
 * @param name shown to buyers, 1 to 200 characters
 * @param supportEmail where buyers find help (SAL-13), or null: then the seller's own (ACC-20)
 * @param refundPolicy copied onto each purchase when it is sold (D8)
 * @param guaranteeDays one of {@link #GUARANTEES}; after so many times 24 hours a purchase is complete
 * @param contents of a bundle: ids of {@link #FEWEST} to {@link #MOST} products, in order; empty for a single product
 * @param archivedAt since when it is not sold any more, or null
 * @param version counts its changes
 */
public record Product(
        String id,
        String seller,
        String name,
        String supportEmail,
        RefundPolicy refundPolicy,
        int guaranteeDays,
        Instant createdAt,
        List<String> contents,
        Instant archivedAt,
        long version) {

    /** Guarantees that can be given, in days (D8). */
    public static final Set<Integer> GUARANTEES = Set.of(7, 15, 21, 30);

    /** The guarantee when nothing is said, in days. */
    public static final int DEFAULT_GUARANTEE = 30;

    /** Fewest products of a bundle. */
    public static final int FEWEST = 2;

    /** Most products of a bundle. */
    public static final int MOST = 50;

    public Product {
        name = Check.text("name", name, 200);
        supportEmail = supportEmail == null ? null : Check.email("supportEmail", supportEmail);
        if (!GUARANTEES.contains(guaranteeDays)) {
            throw Problem.invalid("guarantee-unknown", "guaranteeDays", "7, 15, 21 or 30");
        }
        contents = Check.ids("contains", contents);
        if (!contents.isEmpty() && (contents.size() < FEWEST || contents.size() > MOST)) {
            throw Problem.invalid(
                    "bundle-size", "contains", FEWEST + " to " + MOST + " products, not " + contents.size());
        }
        if (new HashSet<>(contents).size() < contents.size()) {
            throw Problem.invalid("bundle-twice", "contains", "each product once");
        }
    }

    /** Whether it contains others. */
    public ProductKind kind() {
        return contents.isEmpty() ? ProductKind.SINGLE : ProductKind.BUNDLE;
    }
}
