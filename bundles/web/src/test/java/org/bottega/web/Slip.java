package org.bottega.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.spi.LinkPage;
import org.bottega.core.testing.TestPlatform;

/** A page of the test module. What it is to do stands in its token. */
final class Slip implements LinkPage {

    /** What could be mistaken for markup. */
    static final String NASTY = "<script>alert('&\"')</script>";

    private final TestPlatform platform;
    private final List<String> confirmed = new ArrayList<>();

    Slip(TestPlatform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return "loan-slips";
    }

    @Override
    public Optional<Locale> language(String token) {
        return token.startsWith("it.") ? Optional.of(Locale.ITALIAN) : Optional.empty();
    }

    @Override
    public View view(String token, Locale language) {
        switch (token.replace("it.", "")) {
            case "unknown" -> throw new Problem(Kind.NOT_FOUND, "slip-not-found", "secret detail");
            case "old" -> throw new Problem(Kind.GONE, "slip-old", "secret detail");
            case "ended" -> throw new Problem(Kind.GONE, "slip-ended", "secret detail");
            case "busy" -> throw new Problem(Kind.TOO_MANY, "slip-busy", "secret detail").retryAfter(7);
            case "broken" -> throw new IllegalStateException("secret detail");
            default -> {
                Caller caller = platform.callers().current();
                return new View(
                        "Slip " + NASTY,
                        List.of("Language " + language, "Confirmed " + confirmed.size() + NASTY),
                        List.of(
                                new Fact("Caller", caller.tenant() + " " + caller.kind()),
                                new Fact("Label" + NASTY, "Value" + NASTY, "mailto:a@b.example?x=\"><b>")),
                        List.of(new Link("More" + NASTY, "/api/acme/shelf/\"><i>")),
                        "Yes" + NASTY);
            }
        }
    }

    @Override
    public View confirm(String token, Locale language) {
        if (token.equals("silent")) {
            return LinkPage.super.confirm(token, language);
        }
        confirmed.add(token);
        return new View("Done in " + language, List.of(), List.of(), List.of(), null);
    }

    @Override
    public Optional<String> words(Problem problem, Locale language) {
        return problem.code().equals("slip-ended") ? Optional.of("Ended " + language + NASTY) : Optional.empty();
    }
}
