package org.bottega.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenant;
import org.bottega.api.spi.LinkPage;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Target;
import org.bottega.web.module.Published;
import org.bottega.web.module.Publisher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that modules offer behind links in mails, under the rules of operations that are for everybody. */
@Component(service = LinkPages.class)
public final class LinkPages {

    private static final Logger LOG = LoggerFactory.getLogger(LinkPages.class);

    private final Publisher publisher;
    private final Modules modules;
    private final Callers callers;

    @Activate
    public LinkPages(@Reference Publisher publisher, @Reference Modules modules, @Reference Callers callers) {
        this.publisher = publisher;
        this.modules = modules;
        this.callers = callers;
    }

    /** The page at {@code /t/{tenant}/{module}/{page}/{token}}, or in words why there is none. */
    Answer of(Target target, Optional<Tenant> tenant, HttpServletRequest request, String id) {
        if (tenant.isEmpty()) {
            return refused(nothing(), null, Texts.of(request, Locale.ENGLISH), "");
        }
        Texts texts = Texts.of(request, tenant.get().locale());
        String marketplace = tenant.get().title();
        try {
            Place place = Place.of(target, tenant.get());
            Published module = enter(place);
            try {
                LinkPage page = module.page(place.page()).orElseThrow(LinkPages::nothing);
                boolean post = request.getMethod().equals("POST");
                Caller caller = Caller.anonymous(target.tenant(), id);
                return callers.as(caller, () -> answer(new Visit(page, place.token(), post), texts, marketplace, id));
            } finally {
                module.leave();
            }
        } catch (Problem problem) {
            return refused(problem, null, texts, marketplace);
        }
    }

    /** Where in a marketplace a link leads. */
    private record Place(String tenant, String module, String page, String token) {

        static Place of(Target target, Tenant tenant) {
            if (tenant.suspendedAt() != null) {
                throw new Problem(Kind.FORBIDDEN, "tenant-suspended", "the operator has put this marketplace on hold");
            }
            String[] rest = target.rest().split("/", -1);
            if (rest.length != 3 || rest[2].isEmpty()) {
                throw nothing();
            }
            return new Place(tenant.id(), target.module(), rest[1], rest[2]);
        }
    }

    /** One look at a page, or the press of its button. */
    private record Visit(LinkPage page, String token, boolean confirms) {

        LinkPage.View view(Locale language) {
            return confirms ? page.confirm(token, language) : page.view(token, language);
        }
    }

    private Published enter(Place place) {
        if (!modules.isOn(place.tenant(), place.module())) {
            throw nothing();
        }
        return publisher.enter(place.module()).orElseThrow(() -> new Problem(
                        Kind.UNAVAILABLE, "module-unavailable", "the module is away")
                .retryAfter(2));
    }

    private static Answer answer(Visit visit, Texts browsers, String marketplace, String id) {
        Texts texts = browsers;
        try {
            texts = visit.page().language(visit.token()).map(Texts::of).orElse(browsers);
            return Page.of(texts, marketplace, visit.view(texts.locale())).answer(200);
        } catch (Problem problem) {
            return refused(problem, visit.page(), texts, marketplace);
        } catch (RuntimeException e) {
            LOG.error("Page {} failed, request {}", visit.page().name(), id, e);
            return refused(new Problem(Kind.INTERNAL, "failed", "unforeseen"), null, texts, marketplace);
        }
    }

    private static Answer refused(Problem problem, LinkPage page, Texts texts, String marketplace) {
        String words = Optional.ofNullable(page)
                .flatMap(of -> of.words(problem, texts.locale()))
                .orElseGet(() -> texts.get(name(problem, texts)));
        Answer answer = new Page(texts, marketplace, "link.title")
                .wrong(List.of(words))
                .answer(problem.kind().status());
        answer = header(answer, "Retry-After", problem.members().get("retryAfter"));
        return header(answer, "Allow", problem.members().get("allow"));
    }

    private static Answer header(Answer answer, String name, Object value) {
        return value == null ? answer : answer.with(name, value.toString());
    }

    private static String name(Problem problem, Texts texts) {
        String own = texts.nameOf(problem.code());
        return switch (problem.kind()) {
            case NOT_FOUND -> "nothing";
            case GONE -> "link-expired";
            case TOO_MANY -> "too-many-tries";
            case INTERNAL -> "failed";
            case UNAVAILABLE, BAD_GATEWAY -> "unavailable";
            default -> own;
        };
    }

    private static Problem nothing() {
        return new Problem(Kind.NOT_FOUND, "page-not-found", "there is no such page");
    }
}
