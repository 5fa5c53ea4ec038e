package org.bottega.sales.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage;
import org.bottega.sales.Letters;
import org.bottega.sales.Platform;
import org.bottega.sales.email.Confirmations;
import org.bottega.sales.email.Confirmations.Waiting;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A changed address, confirmed by who reads its mail (ACC-17, ACC-18): by the button alone, since mail programs look too. */
@Component(service = ConfirmationPage.class)
public final class ConfirmationPage implements LinkPage {

    private final Platform platform;
    private final SalesStore store;
    private final Confirmations confirmations;
    private final Letters letters;

    @Activate
    public ConfirmationPage(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Confirmations confirmations,
            @Reference Letters letters) {
        this.platform = platform;
        this.store = store;
        this.confirmations = confirmations;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "email-confirmations";
    }

    @Override
    public Optional<Locale> language(String token) {
        return confirmations.language(token);
    }

    @Override
    public View view(String token, Locale language) {
        Words words = Words.in(language);
        return platform.inUnit(() -> {
            Waiting waiting = confirmations.show(token);
            String until = words.time(
                    waiting.until(),
                    letters.zone(store.purchases()
                            .find(waiting.transaction())
                            .orElseThrow()
                            .purchase()));
            return new View(
                    words.get("confirm.title"),
                    List.of(words.get("confirm.lead"), words.get("confirm.nothing")),
                    List.of(
                            words.fact("order", waiting.transaction()),
                            words.fact("product", waiting.productName() == null ? "" : waiting.productName()),
                            words.fact("confirm.address", waiting.newEmail()),
                            words.fact("confirm.until", until)),
                    List.of(),
                    words.get("confirm.button"));
        });
    }

    @Override
    public View confirm(String token, Locale language) {
        Words words = Words.in(language);
        EmailChange change = confirmations.confirm(token);
        return new View(
                words.get("confirmed.title"),
                List.of(words.get("confirmed.lead")),
                List.of(words.fact("order", change.transaction()), words.fact("confirm.address", change.newEmail())),
                List.of(),
                null);
    }

    @Override
    public Optional<String> words(Problem problem, Locale language) {
        return Words.in(language).of(problem);
    }
}
