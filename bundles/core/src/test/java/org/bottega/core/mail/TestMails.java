package org.bottega.core.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bottega.api.Mail;
import org.bottega.core.deadline.Wake;
import org.bottega.core.mail.StoredMail.State;
import org.bottega.core.testing.TestPlatform;

/** Rows of the mail table, for tests of what happens to due rows. */
public final class TestMails {

    private final TestPlatform platform;
    private final MailRows rows;

    public TestMails(TestPlatform platform) {
        this.platform = platform;
        this.rows = new MailRows(
                platform.store("core"), platform.ids(), platform.core().times());
    }

    /** A mail that is due now. */
    public String add(String tenant) {
        Mail mail = new Mail("core", "none", "ann@example.com", Locale.ENGLISH, Map.of(), null);
        return platform.as(tenant, () -> platform.unitOfWork()
                .call(() -> rows.insert(mail, new MailTemplates.Rendered("S", "T"), State.QUEUED)));
    }

    /** So many that are due now. */
    public List<String> add(String tenant, int count) {
        return platform.as(tenant, () -> platform.unitOfWork()
                .call(() -> Stream.generate(() -> add(tenant)).limit(count).toList()));
    }

    /** Notes that it was sent; in the open unit of work. */
    public void sent(String id) {
        rows.sent(id);
    }

    /** Claims it; in the open unit of work. False when another did. */
    public boolean claim(String id) {
        return rows.claim(id, platform.clock().instant().plusSeconds(300)).isPresent();
    }

    /** Puts it off by a minute; in the open unit of work. */
    public void putOff(String id) {
        rows.unsent(id, State.QUEUED, platform.clock().instant().plusSeconds(60), null);
    }

    public StoredMail find(String tenant, String id) {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> rows.find(id)))
                .orElseThrow();
    }

    /** The operator's hand on them; with a mail server if {@code configured}, which is not there. */
    public MailDesk desk(boolean configured) {
        Transport transport = new Transport();
        transport.bind(new SmtpTransport(platform.clock(), MailFixture.config(configured ? "127.0.0.1" : "", 1)));
        return new MailDesk(rows, transport, new Wake(platform.unitOfWork()), platform.unitOfWork(), platform.audit());
    }
}
