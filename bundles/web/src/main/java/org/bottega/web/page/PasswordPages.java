package org.bottega.web.page;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Problem;
import org.bottega.api.Problem.FieldError;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Passwords.Ask;
import org.bottega.api.platform.Tenant;
import org.bottega.web.http.Answer;
import org.bottega.web.page.Page.Field;
import org.bottega.web.token.Form;

/** The pages for a forgotten password of one marketplace (ACC-01 to ACC-08). */
final class PasswordPages {

    private static final String TOKEN = "token";
    private static final Field EMAIL = new Field("email", "email", "username", "email", null);
    private static final Field PASSWORD = new Field("password", "password", "new-password", "password", "rules");
    private static final Field AGAIN = new Field("again", "password", "new-password", "again", null);

    private final Passwords passwords;
    private final Tenant tenant;
    private final Texts texts;

    PasswordPages(Passwords passwords, Tenant tenant, Texts texts) {
        this.passwords = passwords;
        this.tenant = tenant;
        this.texts = texts;
    }

    /** Where a forgotten password of a marketplace is told. */
    static String forgotPath(String tenant) {
        return "/t/" + tenant + "/password/forgot";
    }

    Answer forgot() {
        return forgotForm(List.of()).answer(200);
    }

    /** {@code computer}: who asks, for counting. */
    Answer forgot(HttpServletRequest request, String computer) {
        String email = Form.of(request).get("email");
        try {
            passwords.forgot(new Ask(email, computer, null, null));
        } catch (Problem problem) {
            Answer answer = forgotForm(List.of(texts.nameOf(problem.code())))
                    .answer(problem.kind().status());
            Object wait = problem.members().get("retryAfter");
            return wait == null ? answer : answer.with("Retry-After", wait.toString());
        }
        return page("forgot.title").say("sent", "look").answer(202);
    }

    private Page forgotForm(List<String> errors) {
        return page("forgot.title")
                .say("forgot.lead", "look")
                .errors(errors)
                .form("forgot.button", Map.of(), List.of(EMAIL));
    }

    Answer reset(String token) {
        return passwords.look(token).isPresent() ? resetForm(token, List.of()).answer(200) : expired();
    }

    Answer reset(HttpServletRequest request) {
        Form form = Form.of(request);
        String token = form.get(TOKEN);
        String password = form.get("password");
        if (passwords.look(token).isEmpty()) {
            return expired();
        }
        if (password != null && !password.equals(form.get("again"))) {
            return resetForm(token, List.of("password-not-repeated")).answer(400);
        }
        try {
            passwords.reset(token, password);
        } catch (Problem problem) {
            return problem.kind() == Problem.Kind.GONE
                    ? expired()
                    : resetForm(token, errors(problem)).answer(problem.kind().status());
        }
        return page("reset.title").say("reset.done").answer(200);
    }

    private List<String> errors(Problem problem) {
        List<FieldError> errors = problem.errors();
        return errors.isEmpty()
                ? List.of(texts.nameOf(problem.code()))
                : errors.stream().map(error -> texts.nameOf(error.code())).toList();
    }

    private Page resetForm(String token, List<String> errors) {
        return page("reset.title")
                .say("reset.lead")
                .errors(errors)
                .form("reset.button", Map.of(TOKEN, token), List.of(PASSWORD, AGAIN));
    }

    private Answer expired() {
        return page("reset.title")
                .errors(List.of("link-expired"))
                .link(forgotPath(tenant.id()), "another")
                .answer(410);
    }

    private Page page(String title) {
        return new Page(texts, tenant.title(), title);
    }
}
