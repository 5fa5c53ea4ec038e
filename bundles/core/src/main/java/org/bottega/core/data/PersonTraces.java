package org.bottega.core.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Kept;
import org.bottega.api.spi.Traces;
import org.bottega.core.module.Deployed;
import org.bottega.persistence.Store;
import org.bottega.persistence.TenantTables.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By what the platform and all deployed modules know a buyer of the current tenant. Needs an open unit of work. */
@Component(service = PersonTraces.class)
public final class PersonTraces {

    private final PersonRows rows;
    private final Deployed deployed;

    @Activate
    public PersonTraces(@Reference(target = "(unit=core)") Store store, @Reference Deployed deployed) {
        this.rows = new PersonRows(store);
        this.deployed = deployed;
    }

    /** @throws Problem {@code person-is-staff} */
    void refuseStaff(String email) {
        if (rows.isStaff(key(email))) {
            throw Problem.conflict(
                    "person-is-staff",
                    "this is the address of somebody of the marketplace or of a seller, whose account is kept");
        }
    }

    /**
     * All that is known, also under addresses that the modules say are the same person's; addresses are in lower case. One that
     * by now somebody of the marketplace or a seller has is not his.
     */
    Traces of(String email) {
        String own = key(email);
        Traces all = new Traces(Set.of(own), Set.of(), Set.of());
        Set<String> asked = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(all.marks());
        while (!open.isEmpty()) {
            String address = open.poll();
            if (isAddress(address) && asked.add(address)) {
                all = all.and(rows.of(address));
                for (BusinessModule module : modules()) {
                    all = all.and(his(module.traces(address), own));
                }
                open.addAll(all.marks());
            }
        }
        return all;
    }

    private Traces his(Traces told, String own) {
        Set<String> marks = new HashSet<>();
        for (String mark : told.marks()) {
            String address = key(mark);
            if (!isAddress(mark)) {
                marks.add(mark);
            } else if (address.equals(own) || !rows.isStaff(address)) {
                marks.add(address);
            }
        }
        return new Traces(marks, told.names(), told.ids());
    }

    private static boolean isAddress(String mark) {
        return mark.indexOf('@') > 0;
    }

    /** What modules erase themselves. */
    List<Line> erase(Traces person) {
        List<Line> kept = new ArrayList<>();
        for (BusinessModule module : modules()) {
            for (Kept stays : module.erase(person)) {
                kept.add(new Line(module.info().id(), stays.what(), stays.count(), stays.why()));
            }
        }
        return kept;
    }

    /** Whether {@link #removeAccounts} clears the table of what he is found by. */
    static boolean isAccount(Table table) {
        return PersonRows.ACCOUNT.contains(table.name());
    }

    /** What the platform has of its own under some of his marks; returns how many rows. */
    long removeAccounts(Set<String> marks) {
        return marks.stream()
                .filter(PersonTraces::isAddress)
                .mapToLong(rows::removeAccount)
                .sum();
    }

    /** Mails to him, at most {@code most} at a time. */
    int removeMails(Traces person, int most) {
        int removed = 0;
        for (String mark : person.marks()) {
            removed += isAddress(mark) && removed < most ? rows.removeMails(mark, most - removed) : 0;
        }
        return removed;
    }

    private List<BusinessModule> modules() {
        return deployed.all();
    }

    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
