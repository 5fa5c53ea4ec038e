package org.bottega.core.file;

import org.bottega.core.module.ModuleData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of a module. */
@Component(service = ModuleData.class)
public final class FileData implements ModuleData {

    private final FileStore store;

    @Activate
    public FileData(@Reference FileStore store) {
        this.store = store;
    }

    @Override
    public String what() {
        return "files";
    }

    @Override
    public long count(String module) {
        return store.count(module);
    }

    @Override
    public void purge(String module) {
        store.endAll(module);
    }
}
