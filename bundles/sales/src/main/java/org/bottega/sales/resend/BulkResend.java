package org.bottega.sales.resend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.Letters;
import org.bottega.sales.Links.AccessLink;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseList;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.resend.store.ResendRows;
import org.bottega.sales.resend.store.ResendRows.Access;
import org.bottega.sales.search.Search;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends access of many purchases again, product by product; what is refused does not stop the rest (SAL-05, SAL-08). */
@Component(service = BulkResend.class)
public final class BulkResend {

    /** Most at once. */
    public static final int MOST = 500;

    private final Platform platform;
    private final ResendRows rows;
    private final PurchaseList purchases;
    private final Letters letters;

    @Activate
    public BulkResend(
            @Reference Platform platform,
            @Reference ResendRows rows,
            @Reference PurchaseList purchases,
            @Reference Letters letters) {
        this.platform = platform;
        this.rows = rows;
        this.purchases = purchases;
        this.letters = letters;
    }

    /** What to send: {@code product} may be null when the purchase is of a single one. */
    public record Wanted(String transaction, String product) {}

    /**
     * What became of it: sent with a mail, or refused with a problem.
     *
     * @param mail its id, or null
     * @param refusal or null
     */
    public record Result(Wanted wanted, String mail, Problem refusal) {}

    /** Something that can be sent. {@code at} is its place in the order. */
    private record Ready(int at, Wanted wanted, Purchase purchase, Access access) {}

    /**
     * Sends all that can be sent, in one unit of work.
     *
     * @return a result for each, in order
     * @throws Problem 400 {@code nothing-wanted}, {@code too-many}
     */
    public List<Result> resend(List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            throw Problem.invalid("nothing-wanted", "transactions", "1 to " + MOST + " purchases");
        }
        if (wanted.size() > MOST) {
            throw Problem.invalid("too-many", "transactions", "at most " + MOST + " at once; send the rest after them");
        }
        return platform.inUnit(() -> send(wanted));
    }

    /**
     * Sends access of all purchases that are found.
     *
     * @throws Problem 400 {@code too-many} when they are more than {@value #MOST}; {@code nothing-wanted} when none
     */
    public List<Result> resend(Search search) {
        return platform.inUnit(() -> {
            Page<Purchase> found = purchases.list(search, PageRequest.of(MOST, null));
            if (found.next() != null) {
                throw Problem.invalid("too-many", "filter", "at most " + MOST + " at once; narrow the filter");
            }
            return resend(found.items().stream()
                    .map(purchase -> new Wanted(purchase.transaction(), null))
                    .toList());
        });
    }

    private List<Result> send(List<Wanted> wanted) {
        Set<String> codes =
                new LinkedHashSet<>(wanted.stream().map(Wanted::transaction).toList());
        Map<String, Purchase> known = rows.purchases(codes);
        String seller = platform.caller().seller();
        known.values().removeIf(purchase -> seller != null && !seller.equals(purchase.seller()));
        Map<String, List<Access>> accesses = rows.accesses(known.keySet());
        Result[] results = new Result[wanted.size()];
        List<Ready> ready = new ArrayList<>();
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < results.length; i++) {
            Wanted one = wanted.get(i);
            try {
                Ready can = check(i, one, known.get(one.transaction()), accesses);
                if (!chosen.add(can.access().id())) {
                    throw Problem.conflict("wanted-twice", "it stands further up already");
                }
                ready.add(can);
            } catch (Problem refusal) {
                results[i] = new Result(one, null, refusal);
            }
        }
        mail(ready, results);
        return List.of(results);
    }

    private static Ready check(int at, Wanted wanted, Purchase purchase, Map<String, List<Access>> accesses) {
        if (purchase == null) {
            throw Problem.notFound("purchase", wanted.transaction());
        }
        List<Access> all = accesses.getOrDefault(wanted.transaction(), List.of());
        return new Ready(at, wanted, purchase, Resending.choose(purchase.status(), all, wanted.product()));
    }

    /** In the order of their ids, so that two who do this at once wait for each other instead of blocking each other. */
    private void mail(List<Ready> unsorted, Result[] results) {
        List<Ready> ready = unsorted.stream()
                .sorted(Comparator.comparing(r -> r.access().id()))
                .toList();
        if (ready.isEmpty()) {
            return;
        }
        List<Boolean> renewed = rows.renew(ready.stream().map(Ready::access).toList());
        Map<String, Locale> languages = rows.languages(new LinkedHashSet<>(
                ready.stream().map(r -> r.purchase().buyer().id()).toList()));
        for (int i = 0; i < ready.size(); i++) {
            Ready one = ready.get(i);
            results[one.at()] = renewed.get(i)
                    ? new Result(one.wanted(), mail(one, languages), null)
                    : new Result(
                            one.wanted(),
                            null,
                            Problem.conflict("access-changed", "it was changed or sent meanwhile; look again"));
        }
    }

    private String mail(Ready one, Map<String, Locale> languages) {
        Purchase purchase = one.purchase();
        Access access = one.access();
        String mail = letters.access(
                purchase,
                access.item(),
                new AccessLink(access.id(), access.linkVersion() + 1),
                languages.getOrDefault(purchase.buyer().id(), Locale.ENGLISH));
        platform.journal().note("access.resend", purchase.transaction(), Map.of("access", access.id(), "mail", mail));
        return mail;
    }
}
