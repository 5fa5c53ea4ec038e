package org.bottega.sales.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.AccessDesk.Entrance;
import org.bottega.sales.Links;
import org.bottega.sales.Platform;
import org.bottega.sales.files.ProductFiles;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was bought, for who follows the access link (SAL-05, SAL-13). Opening it is the first use. */
@Component(service = AccessPage.class)
public final class AccessPage implements LinkPage {

    private final Platform platform;
    private final SalesStore store;
    private final AccessDesk access;
    private final Links links;
    private final ProductFiles files;

    @Activate
    public AccessPage(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference AccessDesk access,
            @Reference Links links,
            @Reference ProductFiles files) {
        this.platform = platform;
        this.store = store;
        this.access = access;
        this.links = links;
        this.files = files;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Optional<Locale> language(String token) {
        return platform.inUnit(() -> links.readAccess(token)
                .flatMap(link -> store.accesses().find(link.access()))
                .flatMap(row -> store.buyers().find(row.buyerId()))
                .map(CustomerRow::locale));
    }

    @Override
    public View view(String token, Locale language) {
        Words words = Words.in(language);
        Entrance entrance = access.open(token);
        List<Link> downloads = files
                .find(entrance.product())
                .map(file -> new Link(words.get("access.download", file.name()), links.file(token)))
                .stream()
                .toList();
        return new View(
                words.get("access.title", entrance.productName()),
                List.of(words.get(downloads.isEmpty() ? "access.none" : "access.lead")),
                List.of(
                        words.fact("order", entrance.transaction()),
                        words.fact("seller", entrance.seller()),
                        words.help(entrance.supportEmail())),
                downloads,
                null);
    }

    @Override
    public Optional<String> words(Problem problem, Locale language) {
        return Words.in(language).of(problem);
    }
}
