package org.bottega.sales.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Offer;

/**
 * A code that makes offers of a seller cheaper.
 *
 * @param id {@code CP…}
 * @param code what buyers type, whatever its case; kept in upper case, one per seller
 * @param from first instant it is good, or null
 * @param until first instant it is no longer good, or null
 * @param mostUses how often it can be used, 1 or more, or null
 * @param mostEach how often one buyer can use it, 1 or more, or null
 * @param used uses that count now: purchases that are paid or may still be
 * @param onlyFor ids of products and offers it is good for; empty: all of the seller's
 * @param archivedAt since when nobody can use it, or null
 */
public record Coupon(
        String id,
        String seller,
        String code,
        Reduction reduction,
        Instant from,
        Instant until,
        Integer mostUses,
        Integer mostEach,
        int used,
        List<String> onlyFor,
        Instant createdAt,
        Instant archivedAt) {

    /** Most products and offers that one can be confined to. */
    public static final int MOST_PLACES = 100;

    private static final int CODE_LENGTH = 40;

    public Coupon {
        code = code(code);
        onlyFor = Check.ids("onlyFor", onlyFor);
        if (onlyFor.size() > MOST_PLACES) {
            throw Problem.invalid("too-many", "onlyFor", "at most " + MOST_PLACES + " products and offers");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw Problem.invalid("period-empty", "until", "an instant after from is expected");
        }
        atLeastOne("mostUses", mostUses);
        atLeastOne("mostUsesPerBuyer", mostEach);
    }

    private static void atLeastOne(String field, Integer number) {
        if (number != null && number < 1) {
            throw Problem.invalid("limit-out-of-range", field, "at least 1, or absent");
        }
    }

    /** A code as it is kept. */
    public static String code(String text) {
        String code = Check.text("coupon", text, CODE_LENGTH);
        if (!code.matches("[A-Za-z0-9_-]+")) {
            throw Problem.invalid("characters-not-allowed", "coupon", "letters A to Z, digits, - and _");
        }
        return code.toUpperCase(Locale.ROOT);
    }

    /**
     * Refuses an offer it is not good for, or a time when it is not.
     *
     * @throws Problem 404 {@code coupon-unknown}; 409 {@code coupon-not-for-offer}, {@code coupon-not-yet}, {@code
     *     coupon-expired}, {@code coupon-used-up}
     */
    public void check(Offer offer, Instant now) {
        if (archivedAt != null) {
            throw unknown();
        }
        if (!onlyFor.isEmpty() && !onlyFor.contains(offer.id()) && !onlyFor.contains(offer.product())) {
            throw Problem.conflict("coupon-not-for-offer", "this coupon is good for other offers");
        }
        if (from != null && now.isBefore(from)) {
            throw Problem.conflict("coupon-not-yet", "this coupon is good from " + from)
                    .with("from", from.toString());
        }
        if (until != null && !now.isBefore(until)) {
            throw Problem.conflict("coupon-expired", "this coupon was good until " + until)
                    .with("until", until.toString());
        }
        if (mostUses != null && used >= mostUses) {
            throw usedUp("TOTAL", mostUses);
        }
    }

    /** Refuses a buyer who has used it as often as he may. */
    public void checkBuyer(long usesOfBuyer) {
        if (mostEach != null && usesOfBuyer >= mostEach) {
            throw usedUp("BUYER", mostEach);
        }
    }

    private static Problem usedUp(String limit, int most) {
        return Problem.conflict("coupon-used-up", "this coupon has been used as often as it may: " + most)
                .with("limit", limit);
    }

    /** The refusal of a code that the seller does not have. */
    public static Problem unknown() {
        return new Problem(Problem.Kind.NOT_FOUND, "coupon-unknown", "there is no such coupon");
    }
}
