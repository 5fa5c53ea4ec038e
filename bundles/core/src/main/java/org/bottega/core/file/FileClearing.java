package org.bottega.core.file;

import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clears away files that are gone, and uploads that never came to an end. */
@Component
public final class FileClearing implements DueWork {

    private final FileStore store;

    @Activate
    public FileClearing(@Reference FileStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "core.file";
    }

    @Override
    public String module() {
        return "core";
    }

    @Override
    public String table() {
        return "core_file";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(String id) {
        store.clear(id);
    }
}
