package org.bottega.sales;

import java.time.Instant;
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
 */
public record Product(
        String id,
        String seller,
        String name,
        String supportEmail,
        RefundPolicy refundPolicy,
        int guaranteeDays,
        Instant createdAt) {

    /** Guarantees that can be given, in days (D8). */
    public static final Set<Integer> GUARANTEES = Set.of(7, 15, 21, 30);

    /** The guarantee when nothing is said, in days. */
    public static final int DEFAULT_GUARANTEE = 30;

    public Product {
        name = Check.text("name", name, 200);
        supportEmail = supportEmail == null ? null : Check.email("supportEmail", supportEmail);
        if (!GUARANTEES.contains(guaranteeDays)) {
            throw Problem.invalid("guarantee-unknown", "guaranteeDays", "7, 15, 21 or 30");
        }
    }
}
