package org.bottega.sales.imports.csv;

import java.time.Instant;

/**
 * What one good line says.
 *
 * @param line where it begins, counted from 1 with the header
 * @param source transaction in the other system
 * @param amount minor units, more than 0
 * @param email of the buyer, lower case
 * @param name of the buyer, never empty
 */
public record SaleLine(int line, String source, Instant purchasedAt, long amount, String email, String name) {}
