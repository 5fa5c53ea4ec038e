package org.bottega.sales.email;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.Caller.Kind;
import org.bottega.api.Policies;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.EmailChangePolicy.Mode;
import org.bottega.sales.email.store.EmailStore;
import org.bottega.sales.store.AccessRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether an address may be changed, by the tenant's policy (ACC-16, D2). */
@Component(service = ChangeRules.class)
public final class ChangeRules {

    /** What a seller or a buyer is told where only support changes addresses. */
    private static final String BY_SUPPORT =
            "here the marketplace's support changes it, against current address, tax id and new address";

    private final Platform platform;
    private final SalesStore store;
    private final EmailStore kept;
    private final Sellers sellers;
    private final Policies policies;

    @Activate
    public ChangeRules(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference EmailStore kept,
            @Reference Sellers sellers,
            @Reference Policies policies) {
        this.platform = platform;
        this.store = store;
        this.kept = kept;
        this.sellers = sellers;
        this.policies = policies;
    }

    EmailChangePolicy policy() {
        return policies.get(EmailChangePolicy.TYPE);
    }

    /** Why the caller may not change addresses at all here: under SUPPORT, all but the tenant's own staff. */
    List<Refusal> ofCaller(EmailChangePolicy policy) {
        boolean everybody = policy.mode() == Mode.SELF_SERVICE;
        boolean outsider =
                platform.caller().kind() == Kind.BUYER || platform.caller().kind() == Kind.ANONYMOUS;
        boolean support = !outsider && platform.caller().seller() == null;
        return everybody || support ? List.of() : List.of(new Refusal("email-change-by-support", "", BY_SUPPORT));
    }

    /** @throws Problem 403 {@code email-change-by-support} */
    void checkCaller(EmailChangePolicy policy) {
        ofCaller(policy).stream().findFirst().ifPresent(refusal -> {
            throw new Problem(Problem.Kind.FORBIDDEN, refusal.code(), refusal.detail());
        });
    }

    /**
     * The conditions that a change of this purchase fails.
     *
     * @param next the new address, or null to ask about the purchase alone
     */
    List<Refusal> failing(EmailChangePolicy policy, Purchase purchase, String next) {
        List<AccessRow> accesses = store.accesses().of(purchase.transaction());
        Facts facts = new Facts(
                purchase,
                changes(purchase),
                accesses.stream().anyMatch(AccessRow::isUsed),
                addresses(purchase),
                platform.now());
        return Conditions.failing(policy, facts, next);
    }

    /** How many changes the purchase has had. */
    long changes(Purchase purchase) {
        return kept.changes().count(purchase.transaction());
    }

    /** Nobody opens what was bought until the unit of work ends: what the conditions say stays true. */
    void hold(Purchase purchase) {
        store.accesses().of(purchase.transaction()).forEach(access -> store.accesses()
                .lock(access.id()));
    }

    private Set<String> addresses(Purchase purchase) {
        Set<String> addresses = new HashSet<>();
        Seller seller = sellers.find(purchase.seller()).orElseThrow();
        add(addresses, seller.email());
        add(addresses, seller.supportEmail());
        if (purchase.product() != null) {
            store.products()
                    .find(purchase.product())
                    .ifPresent(row -> add(addresses, row.product().supportEmail()));
        }
        return addresses;
    }

    private static void add(Set<String> addresses, String address) {
        if (address != null) {
            addresses.add(address.toLowerCase(Locale.ROOT));
        }
    }
}
