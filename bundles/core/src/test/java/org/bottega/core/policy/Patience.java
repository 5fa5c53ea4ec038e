package org.bottega.core.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;

/** A policy with a value of each kind, and the modules that have it. */
public record Patience(
        @Meaning("Most days to wait, 1 to 60") int days,
        @Meaning("Most cents at stake") long cents,
        @Meaning("Whether weekends count") boolean weekends,
        String greeting,
        @Meaning("Who waits") Who who,
        @Meaning("Between two letters") Duration pause,
        @Meaning("Names left out") List<String> names,
        @Meaning("Who else") Set<Who> others) {

    enum Who {
        BUYER,
        SELLER
    }

    static final int MOST = 60;

    static final Patience INITIAL = new Patience(
            40, 5_000_000_000L, true, "Hello", Who.BUYER, Duration.ofDays(3), List.of(), Set.of(Who.SELLER));

    static final PolicyType<Patience> TYPE = new PolicyType<>("probes.patience", Patience.class, INITIAL, true);

    /** The same, for all products alike. */
    static final PolicyType<Patience> SAME = new PolicyType<>("probes.same", Patience.class, INITIAL, false);

    public Patience {
        if (days < 1 || days > MOST) {
            throw Problem.invalid("days-out-of-range", "days", "from 1 to " + MOST);
        }
    }

    static BusinessModule module() {
        ModuleInfo info =
                new ModuleInfo("probes", "Probes", "1.0.0", Set.of(), Set.of(), Set.of(), List.of(TYPE, SAME));
        return () -> info;
    }
}
