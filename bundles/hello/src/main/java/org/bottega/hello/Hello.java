package org.bottega.hello;

import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.Events;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.UnitOfWork;
import org.bottega.hello.store.Greeting;
import org.bottega.hello.store.Greetings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the module does, for the tenant of the current caller. */
@Component(service = Hello.class)
public final class Hello {

    private final Greetings greetings;
    private final UnitOfWork work;
    private final Events events;
    private final Audit audit;

    @Activate
    public Hello(
            @Reference Greetings greetings,
            @Reference UnitOfWork work,
            @Reference Events events,
            @Reference Audit audit) {
        this.greetings = greetings;
        this.work = work;
        this.events = events;
        this.audit = audit;
    }

    /** Greets: the row, the event and the audit line are committed together or not at all. */
    public Greeting greet(String name) {
        return work.call(() -> {
            Greeting greeting = greetings.create(name);
            events.publish(new Greeted(greeting.id()));
            audit.record("hello.greet", greeting.id(), Map.of("name", name));
            return greeting;
        });
    }

    /** Greetings, newest first. */
    public Page<Greeting> list(PageRequest page) {
        return work.call(() -> greetings.newest(page));
    }
}
