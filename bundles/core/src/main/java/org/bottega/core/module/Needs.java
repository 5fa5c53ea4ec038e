package org.bottega.core.module;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bottega.api.Problem;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.module.ModuleRows.State;

/** Which modules need which, among those deployed and those a tenant has on. */
final class Needs {

    private final Deployed deployed;
    private final List<State> states;

    Needs(Deployed deployed, List<State> states) {
        this.deployed = deployed;
        this.states = states;
    }

    boolean isOn(String id) {
        return on().contains(id);
    }

    boolean isKnown(String id) {
        return deployed.find(id).isPresent()
                || states.stream().anyMatch(state -> state.id().equals(id));
    }

    private Set<String> on() {
        return states.stream().filter(State::on).map(State::id).collect(Collectors.toSet());
    }

    /** What must be on first, also indirectly, each before what needs it. */
    List<String> missing(ModuleInfo module) {
        Set<String> seen = on();
        seen.add(module.id());
        List<String> missing = new ArrayList<>();
        collect(module, new HashSet<>(seen), missing);
        return missing;
    }

    private void collect(ModuleInfo module, Set<String> seen, List<String> missing) {
        for (String required : new TreeSet<>(module.requires())) {
            if (seen.add(required)) {
                deployed.find(required).ifPresent(next -> collect(next.info(), seen, missing));
                missing.add(required);
            }
        }
    }

    /** What is on and requires the module. */
    List<String> requiredBy(String id) {
        return states.stream()
                .filter(State::on)
                .filter(state -> deployed.find(state.id())
                        .map(module -> module.info().requires())
                        .orElse(state.requires())
                        .contains(id))
                .map(State::id)
                .toList();
    }

    void checkMissing(ModuleInfo module) {
        List<String> missing = missing(module);
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                            "module-requires",
                            "module " + module.id() + " requires " + String.join(", ", missing) + " to be on first"
                                    + (missing.size() > 1 ? ", in this order" : ""))
                    .with("missing", missing);
        }
    }

    void checkRequiredBy(String id) {
        List<String> by = requiredBy(id);
        if (!by.isEmpty()) {
            throw Problem.conflict(
                            "module-required",
                            "module " + id + " is required by " + String.join(", ", by) + ": switch that off first")
                    .with("by", by);
        }
    }

    void checkOff(String id) {
        if (isOn(id)) {
            throw Problem.conflict("module-on", "module " + id + " is on: switch it off first");
        }
    }
}
