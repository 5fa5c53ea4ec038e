package org.bottega.core.mail;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.bottega.api.spi.MailTransport;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The way to the mail server: the highest ranking transport of the moment. */
@Component(service = Transport.class)
public final class Transport {

    private final AtomicReference<MailTransport> current = new AtomicReference<>();

    @Reference(name = "transport", policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bind(MailTransport transport) {
        current.set(transport);
    }

    public void unbind(MailTransport transport) {
        current.compareAndSet(transport, null);
    }

    boolean isConfigured() {
        MailTransport transport = current.get();
        return transport != null && transport.isConfigured();
    }

    void send(MailTransport.Message message) throws IOException {
        MailTransport transport = current.get();
        if (transport == null) {
            throw new IOException("the mail transport is being replaced");
        }
        transport.send(message);
    }
}
