package org.bottega.sales.imports.store;

import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What imports read and write. */
@Component(service = ImportTables.class)
public final class ImportTables {

    private final ImportRows imports;
    private final ImportErrorRows errors;
    private final FileRows files;
    private final SaleRows sales;

    @Activate
    public ImportTables(@Reference(target = "(unit=sales)") Store store) {
        imports = new ImportRows(store);
        errors = new ImportErrorRows(store);
        files = new FileRows(store);
        sales = new SaleRows(store);
    }

    public ImportRows imports() {
        return imports;
    }

    public ImportErrorRows errors() {
        return errors;
    }

    public FileRows files() {
        return files;
    }

    public SaleRows sales() {
        return sales;
    }
}
