package org.bottega.hello.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.hello.Greeted;
import org.bottega.hello.HelloModule;
import org.bottega.hello.store.Greeting;
import org.bottega.hello.store.Greetings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears every greeting, once, after it was committed. */
@Component
public final class HearGreeting implements DomainEventListener<Greeted> {

    private final Greetings greetings;

    @Activate
    public HearGreeting(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public String id() {
        return "hello.hear-greeting";
    }

    @Override
    public String module() {
        return HelloModule.ID;
    }

    @Override
    public Class<Greeted> type() {
        return Greeted.class;
    }

    @Override
    public void on(Greeted event, Instant at) {
        greetings.lock(event.greeting()).ifPresent((Greeting greeting) -> greeting.hear(at));
    }
}
