package org.bottega.sales.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Caller;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.Total;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.search.Search.Sort;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds purchases by plain statements that tell Derby which index to take: left alone it would sort all that a filter
 * finds, or read all purchases to find the few. PostgreSQL knows by itself and takes what Derby is told for a comment.
 */
@Component(service = Searcher.class)
public final class Searcher extends Rows {

    /** Up to so many are read by the index of a filter and sorted; of more, the sorted index soon finds enough. */
    private static final int FEW = 2000;

    private static final Set<PurchaseStatus> COMMON = EnumSet.of(PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE);

    private static final Comparator<Purchase> BY_TIME =
            Comparator.comparing(Purchase::purchasedAt).thenComparing(Purchase::transaction);

    private final Platform platform;
    private final PaidPurchases paid;

    @Activate
    public Searcher(@Reference(target = "(unit=sales)") Store store, @Reference Platform platform) {
        super(store);
        this.platform = platform;
        this.paid = new PaidPurchases(store);
    }

    /** One page. Needs an open unit of work, as all methods. */
    public Page<Purchase> page(Search wanted, PageRequest request) {
        Search search = own(wanted);
        String list = tenant() + '|' + search.sort() + '|' + described(search);
        Place after = request.cursor() == null ? null : Place.of(request.cursor(), list);
        List<Purchase> found = find(search, after, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<Purchase> items = found.subList(0, request.limit());
        Purchase last = items.get(items.size() - 1);
        long at = search.sort() == Sort.DEAREST
                ? last.price().minor()
                : last.purchasedAt().toEpochMilli();
        return new Page<>(items, new Place(at, last.transaction()).cursor(list));
    }

    /** How many there are and what they cost, per currency, ordered by currency. */
    public List<Total> totals(Search wanted) {
        Search search = own(wanted);
        Query where = where(search, search.filter().statuses());
        String from = from(lead(search));
        return query(
                "select currency, count(*), sum(amount)" + from + where.text() + " group by currency order by currency",
                row -> new Total(row.string(1), row.number(2), row.number(3)),
                where.values());
    }

    /** What the caller may see of it. */
    private Search own(Search search) {
        Caller caller = platform.caller();
        return search.within(caller.seller(), caller.email());
    }

    private List<Purchase> find(Search search, Place after, int limit) {
        Set<PurchaseStatus> statuses = search.filter().statuses();
        String lead = lead(search);
        boolean rare = statuses.size() > 1 && statuses.stream().noneMatch(COMMON::contains);
        if (!rare || search.sort() != Sort.NEWEST || !lead.equals(Sort.NEWEST.index())) {
            return find(search, where(search, statuses), lead, after, limit);
        }
        List<Purchase> all = new ArrayList<>();
        for (PurchaseStatus status : statuses) {
            all.addAll(find(search, where(search, Set.of(status)), "index=sales_purchase_status", after, limit));
        }
        return all.stream().sorted(BY_TIME.reversed()).limit(limit).toList();
    }

    private List<Purchase> find(Search search, Query where, String lead, Place after, int limit) {
        Sort sort = search.sort();
        if (after != null) {
            Object at = sort == Sort.DEAREST ? (Object) after.at() : Instant.ofEpochMilli(after.at());
            String beyond = sort == Sort.OLDEST ? ">" : "<";
            where.and(sort.column() + " " + beyond + "= ?", at)
                    .and("(" + sort.column() + " " + beyond + " ? or id " + beyond + " ?)", at, after.id());
        }
        String direction = sort == Sort.OLDEST ? "" : " desc";
        String order = " order by " + sort.column() + direction + ", id" + direction + " fetch first ? rows only";
        return query(FoundRow.SELECT + from(lead) + where.text() + order, FoundRow::purchase, where.values(limit));
    }

    private static String from(String lead) {
        return " from sales_purchase --DERBY-PROPERTIES " + lead + "\nwhere ";
    }

    /** The index to take: one that finds few, or else one that is sorted. */
    private String lead(Search search) {
        if (paid.isFew(search.filter().paymentState())) {
            return "constraint=sales_purchase_pk";
        }
        List<Lead> leads = Lead.of(search, tenant());
        for (Lead lead : leads) {
            boolean newest = lead.sorted() && search.sort() == Sort.NEWEST;
            if (lead.few() || newest || findsFew(lead)) {
                return lead.index();
            }
        }
        return search.sort() == Sort.NEWEST
                ? broad(search.filter())
                : search.sort().index();
    }

    private boolean findsFew(Lead lead) {
        return query(
                        "select id" + from(lead.index()) + lead.only().text() + " offset " + FEW
                                + " rows fetch next 1 rows only",
                        row -> row.string(1),
                        lead.only().values())
                .isEmpty();
    }

    private static String broad(PurchaseFilter filter) {
        boolean rare =
                filter.statuses().size() == 1 && filter.statuses().stream().noneMatch(COMMON::contains);
        if (rare) {
            return "index=sales_purchase_status";
        }
        if (filter.seller() != null && !filter.seller().isEmpty()) {
            return "index=sales_purchase_seller";
        }
        return filter.paymentType() == null ? Sort.NEWEST.index() : "index=sales_purchase_paytype";
    }

    private Query where(Search search, Set<PurchaseStatus> statuses) {
        return paid.narrow(conditions(search, statuses), search.filter().paymentState());
    }

    private Query conditions(Search search, Set<PurchaseStatus> statuses) {
        PurchaseFilter filter = search.filter();
        Details more = search.details();
        return new Query(tenant())
                .andIf(filter.transaction(), "id = ?")
                .andIf(filter.buyerEmail(), "buyer_email = ?")
                .andIf(more.taxId(), "buyer_tax_id = ?")
                .starts("id", more.transactionStarts())
                .starts("buyer_email", more.emailStarts())
                .starts("buyer_name_key", filter.buyerName())
                .andIf(more.coupon(), "coupon_code = ?")
                .andIf(more.offer(), "offer_id = ?")
                .andIf(filter.product(), "product_id = ?")
                .andIf(filter.seller(), "seller_id = ?")
                .andIf(more.currency(), "currency = ?")
                .andIf(more.amountFrom(), "amount >= ?")
                .andIf(more.amountTo(), "amount <= ?")
                .in("status", new TreeSet<>(statuses).stream().map(Enum::name).toList())
                .andIf(filter.from(), "purchased_at >= ?")
                .andIf(filter.to(), "purchased_at < ?")
                .andIf(
                        filter.paymentType() == null
                                ? null
                                : filter.paymentType().name(),
                        "payment_type = ?");
    }

    private String described(Search search) {
        Query where = conditions(search, search.filter().statuses());
        return where.text() + List.of(where.values()) + search.filter().paymentState();
    }
}
