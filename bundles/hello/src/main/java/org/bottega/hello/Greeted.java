package org.bottega.hello;

import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;

/**
 * Somebody was greeted. A module whose events others hear keeps them in a contract bundle of its own ({@code hello-api});
 * this one is heard here only.
 *
 * @param greeting id of the greeting
 */
@EventType("hello.Greeted")
public record Greeted(String greeting) implements DomainEvent {

    @Override
    public String aggregate() {
        return greeting;
    }
}
