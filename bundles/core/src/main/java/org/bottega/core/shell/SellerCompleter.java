package org.bottega.core.shell;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;

/** Ids of the sellers of the marketplace that the line names. */
@Service
public final class SellerCompleter extends Names {

    @Reference
    private Sellers sellers;

    @Override
    protected Collection<String> names(CommandLine line) {
        return inTenant(line, () -> sellers.list().stream().map(Seller::id).toList());
    }
}
