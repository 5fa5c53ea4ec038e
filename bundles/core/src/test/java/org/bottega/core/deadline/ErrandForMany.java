package org.bottega.core.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bottega.api.spi.BatchDueWork;

/** Due work of the tests that takes many rows of the mail table at once. */
final class ErrandForMany implements BatchDueWork {

    private final Consumer<String> work;
    private final List<Integer> sizes = new ArrayList<>();

    ErrandForMany(Consumer<String> work) {
        this.work = work;
    }

    /** How many rows it was given each time. */
    List<Integer> sizes() {
        return sizes;
    }

    @Override
    public String id() {
        return "errand.many";
    }

    @Override
    public String module() {
        return "errand";
    }

    @Override
    public String table() {
        return "core_mail";
    }

    @Override
    public void process(List<String> ids) {
        sizes.add(ids.size());
        ids.forEach(work);
    }
}
