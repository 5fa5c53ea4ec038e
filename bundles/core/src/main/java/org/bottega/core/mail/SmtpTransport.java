package org.bottega.core.mail;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import javax.activation.DataHandler;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.util.ByteArrayDataSource;
import org.bottega.api.spi.MailTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** SMTP. Without a host it is not configured. */
@Component(configurationPid = "org.bottega.core.mail")
@Designate(ocd = SmtpTransport.Config.class)
public final class SmtpTransport implements MailTransport {

    /** The mail server. */
    @ObjectClassDefinition(name = "Bottega mail")
    public @interface Config {
        @AttributeDefinition(description = "Host of the SMTP server; empty: mails stay in the outbox.")
        String host() default "";

        int port() default 587;

        @AttributeDefinition(description = "User to log in as; empty: no log-in.")
        String user() default "";

        String password() default "";

        @AttributeDefinition(description = "Whether the connection must be encrypted by STARTTLS.")
        boolean startTls() default true;

        @AttributeDefinition(description = "Sender of all mails.")
        String from() default "bottega@localhost";
    }

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";
    private static final int PERMANENT = 500;

    private final Clock clock;
    private volatile Config config;

    @Activate
    public SmtpTransport(@Reference(target = "(time=real)") Clock clock, Config config) {
        this.clock = clock;
        this.config = config;
    }

    @Modified
    public void configure(Config changed) {
        this.config = changed;
    }

    @Override
    public boolean isConfigured() {
        return !config.host().isBlank();
    }

    @Override
    public void send(Message message) throws IOException {
        Config now = config;
        Session session = Session.getInstance(properties(now));
        // The mail library finds its parts through the context class loader.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try (javax.mail.Transport transport = session.getTransport("smtp")) {
            MimeMessage mime = mime(session, now, message);
            transport.connect(
                    now.host(),
                    now.port(),
                    now.user().isEmpty() ? null : now.user(),
                    now.user().isEmpty() ? null : now.password());
            transport.sendMessage(mime, mime.getAllRecipients());
        } catch (MessagingException e) {
            throw isPermanent(e) ? new Rejected(answer(e), e) : new IOException(answer(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Properties properties(Config config) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.auth", String.valueOf(!config.user().isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(config.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(config.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private MimeMessage mime(Session session, Config config, Message message) throws MessagingException {
        InternetAddress from = new InternetAddress(message.from() == null ? config.from() : message.from(), true);
        String messageId = "<" + message.id()
                + from.getAddress().substring(from.getAddress().lastIndexOf('@')) + ">";
        MimeMessage mime = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mime.setFrom(from);
        mime.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
        mime.setSubject(message.subject(), "UTF-8");
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        mime.setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
        mime.saveChanges();
        return mime;
    }

    /** Whether the server refused the receiver or the mail itself for good; trouble with the log-in or the sender may pass. */
    private static boolean isPermanent(MessagingException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT
                    || e instanceof SMTPSendFailedException send
                            && send.getReturnCode() >= PERMANENT
                            && send.getNextException() == null) {
                return true;
            }
        }
        return false;
    }

    private static String answer(MessagingException failure) {
        Exception last = failure;
        while (last instanceof MessagingException m && m.getNextException() != null) {
            last = m.getNextException();
        }
        return String.valueOf(last.getMessage()).strip();
    }
}
