package org.bottega.sales.email;

import java.time.Instant;
import java.util.Set;
import org.bottega.sales.api.Purchase;

/**
 * All that decides on a change.
 *
 * @param changes how many changes the purchase has had
 * @param accessed whether anything bought with it has been opened
 * @param sellers addresses of the seller, in lower case
 */
record Facts(Purchase purchase, long changes, boolean accessed, Set<String> sellers, Instant now) {}
