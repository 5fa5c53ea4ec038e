package org.bottega.ticketing.page;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage;
import org.bottega.ticketing.Changes;
import org.bottega.ticketing.Changes.Change;
import org.bottega.ticketing.Comment;
import org.bottega.ticketing.Platform;
import org.bottega.ticketing.TicketDesk;
import org.bottega.ticketing.TicketDesk.Whole;
import org.bottega.ticketing.TicketState;
import org.bottega.ticketing.TicketType;
import org.bottega.ticketing.deadline.Explanation;
import org.bottega.ticketing.mail.MailWords;
import org.bottega.ticketing.mail.TicketLinks;
import org.bottega.ticketing.store.NewestComments;
import org.bottega.ticketing.store.TicketRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A ticket, for the customer who follows the link in a mail (TKT-10); its button makes a refund request of it (TKT-35). */
@Component(service = TicketPage.class)
public final class TicketPage implements LinkPage {

    private static final int COMMENTS = 50;

    private final Platform platform;
    private final TicketLinks links;
    private final TicketDesk desk;
    private final Changes changes;
    private final NewestComments comments;

    @Activate
    public TicketPage(
            @Reference Platform platform,
            @Reference TicketLinks links,
            @Reference TicketDesk desk,
            @Reference Changes changes,
            @Reference NewestComments comments) {
        this.platform = platform;
        this.links = links;
        this.desk = desk;
        this.changes = changes;
        this.comments = comments;
    }

    @Override
    public String name() {
        return "by-link";
    }

    @Override
    public Optional<Locale> language(String token) {
        return links.language(token);
    }

    @Override
    public View view(String token, Locale language) {
        return links.follow(token, code -> view(code, language, List.of()));
    }

    @Override
    public View confirm(String token, Locale language) {
        return links.follow(token, code -> {
            MailWords words = MailWords.in(language, ZoneOffset.UTC);
            changes.change(
                    "by-link", code, new Change(TicketType.REFUND, "OTHER", words.get("page.button"), null, null));
            return view(code, language, List.of(words.get("page.changed")));
        });
    }

    @Override
    public Optional<String> words(Problem problem, Locale language) {
        return MailWords.in(language, ZoneOffset.UTC).problem(problem);
    }

    private View view(String code, Locale language, List<String> first) {
        Whole whole = desk.get(code, null);
        TicketRow row = whole.ticket();
        MailWords words = MailWords.in(language, whole.zone());
        List<String> paragraphs = new ArrayList<>(first);
        paragraphs.addAll(said(code, words));
        boolean mayChange = row.type() == TicketType.SUPPORT && row.state() == TicketState.OPEN;
        return new View(
                words.get("page.title", code),
                paragraphs,
                facts(whole, words),
                List.of(),
                mayChange ? words.get("page.button") : null);
    }

    /** The newest first. */
    private List<String> said(String code, MailWords words) {
        return platform.inUnit(() -> {
            List<String> told = new ArrayList<>();
            for (Comment comment : comments.of(code, COMMENTS)) {
                String body = comment.body() == null ? words.get("erased") : comment.body();
                told.add(words.get("page.said", words.of("actor", comment.actor()), words.moment(comment.at()), body));
            }
            long older = told.size() < COMMENTS ? 0 : comments.count(code) - COMMENTS;
            if (older > 0) {
                told.add(words.get("page.older", older));
            }
            return told;
        });
    }

    private static List<Fact> facts(Whole whole, MailWords words) {
        TicketRow row = whole.ticket();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("page.type"), words.of("type", row.type())));
        facts.add(new Fact(words.get("page.state"), words.of("state", row.state())));
        facts.add(new Fact(words.get("page.reason"), words.reason(row.subject().reason())));
        facts.add(new Fact(words.get("page.opened"), words.moment(row.opening().at())));
        if (row.due().at() != null) {
            String step = words.of("step", row.due().step());
            facts.add(new Fact(words.get("page.due"), words.moment(row.due().at()) + ": " + step));
        }
        if (whole.next() != null) {
            Explanation told = Explanation.of(whole.next().deadline(), whole.zone(), words.language());
            facts.add(new Fact(words.get("page.why"), String.join("; ", told.segments())));
        }
        return facts;
    }
}
