package org.bottega.sales.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Sellers;
import org.bottega.sales.Check;
import org.bottega.sales.Offer;
import org.bottega.sales.Platform;
import org.bottega.sales.catalog.Shelf;
import org.bottega.sales.coupon.store.CouponRow;
import org.bottega.sales.coupon.store.CouponTables;
import org.bottega.sales.store.OfferRow;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coupons of sellers. */
@Component(service = Coupons.class)
public final class Coupons {

    private final Platform platform;
    private final SalesStore store;
    private final CouponTables tables;
    private final Sellers sellers;
    private final Shelf shelf;

    @Activate
    public Coupons(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference CouponTables tables,
            @Reference Sellers sellers,
            @Reference Shelf shelf) {
        this.platform = platform;
        this.store = store;
        this.tables = tables;
        this.sellers = sellers;
        this.shelf = shelf;
    }

    /** A coupon to be made; see {@link Coupon}. {@code seller} may be left out by a caller confined to one. */
    public record NewCoupon(
            String seller,
            String code,
            Reduction reduction,
            Instant from,
            Instant until,
            Integer mostUses,
            Integer mostEach,
            List<String> onlyFor) {}

    /**
     * What an offer costs.
     *
     * @param list without the coupon
     * @param coupon its code, or null
     */
    public record Price(String offer, Money list, Money price, String coupon) {}

    /**
     * Makes a coupon.
     *
     * @throws Problem 400 naming the field, {@code place-unknown} for a product or offer that is not the seller's; 404
     *     {@code seller-not-found}; 409 {@code coupon-code-taken}
     */
    public Coupon add(NewCoupon wanted) {
        return platform.inUnit(() -> {
            Coupon coupon = new Coupon(
                    platform.ids().code("CP"),
                    seller(wanted.seller()),
                    wanted.code(),
                    wanted.reduction(),
                    wanted.from(),
                    wanted.until(),
                    wanted.mostUses(),
                    wanted.mostEach(),
                    0,
                    wanted.onlyFor(),
                    platform.now(),
                    null);
            checkPlaces(coupon);
            if (tables.coupons().byCode(coupon.seller(), coupon.code()).isPresent()) {
                throw Problem.conflict("coupon-code-taken", "the seller has a coupon " + coupon.code() + " already");
            }
            tables.coupons().add(new CouponRow(platform.tenant(), coupon));
            platform.journal()
                    .note("coupon.add", coupon.id(), Map.of("seller", coupon.seller(), "code", coupon.code()));
            return coupon;
        });
    }

    private String seller(String wanted) {
        String seller = wanted == null ? platform.caller().seller() : Check.text("seller", wanted, 30);
        if (seller == null) {
            throw Problem.invalid("field-missing", "seller", "the id of a seller is expected");
        }
        return sellers.find(seller)
                .orElseThrow(() -> Problem.notFound("seller", seller))
                .id();
    }

    private void checkPlaces(Coupon coupon) {
        for (int i = 0; i < coupon.onlyFor().size(); i++) {
            String id = coupon.onlyFor().get(i);
            boolean own = store.products()
                    .find(id)
                    .map(ProductRow::sellerId)
                    .or(() -> store.offers().find(id).map(OfferRow::sellerId))
                    .filter(coupon.seller()::equals)
                    .isPresent();
            if (!own) {
                throw Problem.invalid("place-unknown", "onlyFor[" + i + "]", "a product or an offer of the seller");
            }
        }
    }

    /** @throws Problem 404 {@code coupon-not-found} */
    public Coupon get(String id) {
        return platform.inUnit(() -> tables.coupons()
                .find(id)
                .orElseThrow(() -> Problem.notFound("coupon", id))
                .coupon());
    }

    /** Coupons by code; both filters may be null. {@code code} is the beginning of the code. */
    public Page<Coupon> list(String seller, String code, PageRequest request) {
        return platform.inUnit(
                () -> tables.coupons().list(seller, code, request).map(CouponRow::coupon));
    }

    /** Makes a coupon useless from now on; its code stays taken. Nothing happens the second time. */
    public Coupon archive(String id) {
        return platform.inUnit(() -> {
            CouponRow row = tables.coupons().lock(id).orElseThrow(() -> Problem.notFound("coupon", id));
            if (row.coupon().archivedAt() == null) {
                row.archive(platform.now());
                platform.journal().note("coupon.archive", id, Map.of());
            }
            return row.coupon();
        });
    }

    /**
     * What the offer costs now, with the coupon or without. Nothing is reserved: another may use it up before.
     *
     * @param code or null
     * @throws Problem as a sale would be refused, except for what depends on the buyer
     */
    public Price price(String offerCode, String code) {
        return platform.inUnit(() -> {
            Offer offer = shelf.pick(offerCode).offer();
            if (code == null || code.isEmpty()) {
                return new Price(offer.id(), offer.price(), offer.price(), null);
            }
            Coupon coupon = tables.coupons()
                    .byCode(offer.seller(), Coupon.code(code))
                    .orElseThrow(Coupon::unknown)
                    .coupon();
            coupon.check(offer, platform.now());
            return new Price(offer.id(), offer.price(), coupon.reduction().from(offer.price()), coupon.code());
        });
    }
}
