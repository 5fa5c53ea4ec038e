package org.bottega.core.mail;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Mail;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.deadline.Wake;
import org.bottega.core.testing.TestPlatform;

/** The mail part of one node, put together as the runtime does it, with a module that has templates. */
final class MailFixture {

    static final String TENANT = "acme";

    private record Letters(ModuleInfo info) implements BusinessModule {}

    /** Something for a template to show. */
    record Order(String code, String price) {}

    final TestPlatform platform;
    final SmtpTransport smtp;
    final Wake wake;
    final MailOutbox outbox;
    final MailWork work;
    final MailDesk desk;

    MailFixture(TestPlatform platform) {
        this.platform = platform;
        platform.module(new Letters(new ModuleInfo("letters", "Letters", "1.0.0", Set.of(), Set.of())));
        smtp = new SmtpTransport(platform.clock(), config("", 0));
        Transport transport = new Transport();
        transport.bind(smtp);
        MailRows rows = new MailRows(
                platform.store("core"), platform.ids(), platform.core().times());
        wake = new Wake(platform.unitOfWork());
        outbox = new MailOutbox(rows, new MailTemplates(platform.core().deployed()), transport, wake);
        work = new MailWork(rows, transport, platform.unitOfWork(), platform.clock());
        desk = new MailDesk(rows, transport, wake, platform.unitOfWork(), platform.audit());
    }

    static Mail welcome(Locale locale, String to, String name) {
        List<Order> orders = List.of(new Order("HP1", "9.50 EUR"), new Order("HP2", "<1 & 2>"));
        return new Mail("letters", "welcome", to, locale, Map.of("name", name, "orders", orders), "HP1");
    }

    String send(Mail mail) {
        return platform.as(TENANT, () -> platform.unitOfWork().call(() -> outbox.send(mail)));
    }

    StoredMail find(String id) {
        return platform.as(TENANT, () -> desk.find(id));
    }

    static SmtpTransport.Config config(String host, int port) {
        return new SmtpTransport.Config() {
            @Override
            public String host() {
                return host;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public String user() {
                return "";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public boolean startTls() {
                return false;
            }

            @Override
            public String from() {
                return "Bottega <shop@bottega.example>";
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return SmtpTransport.Config.class;
            }
        };
    }
}
