package org.bottega.core.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.bottega.api.Mail;
import org.bottega.core.module.Deployed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mail templates in the modules' own bundles: {@code /mail/<template>_<language>.mustache}. Text, so nothing is escaped. */
@Component(service = MailTemplates.class)
public final class MailTemplates {

    /** A mail's subject, one line, and its text. */
    record Rendered(String subject, String text) {}

    private static final String PLATFORM = "core";
    private static final String ENGLISH = "en";
    private static final String SUBJECT = "Subject: ";
    private static final int SUBJECT_LENGTH = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /**
     * Subject and text of each template, stored with the class whose bundle they came from: a replaced bundle takes its
     * templates, and the classes they have met, with it. Nothing of this bundle is reachable from there.
     */
    private final ClassValue<ConcurrentMap<String, List<Template>>> compiled = new ClassValue<>() {
        @Override
        protected ConcurrentMap<String, List<Template>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Deployed deployed;

    @Activate
    public MailTemplates(@Reference Deployed deployed) {
        this.deployed = deployed;
    }

    /**
     * Fills in the mail's template.
     *
     * @throws IllegalArgumentException when there is no such template, not even in English, it lacks a value, or the subject
     *     would not be one line
     */
    Rendered render(Mail mail) {
        List<Template> template = template(mail);
        String subject = template.get(0).execute(mail.model());
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("subject of " + mail.template() + " is no line of text");
        }
        return new Rendered(
                subject.length() <= SUBJECT_LENGTH ? subject : subject.substring(0, SUBJECT_LENGTH),
                template.get(1).execute(mail.model()));
    }

    private List<Template> template(Mail mail) {
        if (!NAME.matcher(mail.template()).matches()) {
            throw new IllegalArgumentException("mail template " + mail.template());
        }
        Class<?> home = home(mail.module());
        String language = mail.locale().getLanguage();
        String wanted = LANGUAGE.matcher(language).matches() ? language : ENGLISH;
        List<Template> found = kept(home, mail.template() + "_" + wanted);
        if (found == null) {
            found = kept(home, mail.template() + "_" + ENGLISH);
        }
        if (found == null) {
            throw new IllegalArgumentException("module " + mail.module() + " has no mail template " + mail.template());
        }
        return found;
    }

    /** The template, or null; of languages without one, which callers choose, nothing is kept. */
    private List<Template> kept(Class<?> home, String name) {
        return compiled.get(home).computeIfAbsent(name, key -> {
            String text = read(home, key);
            return text == null ? null : compile(key, text.replace("\r\n", "\n"));
        });
    }

    private Class<?> home(String module) {
        if (PLATFORM.equals(module)) {
            return MailTemplates.class;
        }
        return deployed.find(module)
                .orElseThrow(() -> new IllegalArgumentException("no module " + module + " to take mail templates from"))
                .getClass();
    }

    private static String read(Class<?> home, String name) {
        try (InputStream stream = home.getResourceAsStream("/mail/" + name + ".mustache")) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("mail template " + name + " cannot be read", e);
        }
    }

    private static List<Template> compile(String name, String text) {
        int end = text.indexOf("\n\n");
        if (!text.startsWith(SUBJECT) || end < 0 || text.indexOf('\n') < end) {
            throw new IllegalArgumentException(
                    "mail template " + name + " does not begin with a subject and an empty line");
        }
        Mustache.Compiler compiler = Mustache.compiler().escapeHTML(false);
        return List.of(
                compiler.compile(text.substring(SUBJECT.length(), end)), compiler.compile(text.substring(end + 2)));
    }
}
