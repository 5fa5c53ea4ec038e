package org.bottega.ticketing;

import java.time.Instant;

/**
 * What somebody wrote on a ticket.
 *
 * @param author kind and id of who wrote it
 * @param body 1 to 10,000 characters, or null when it was erased. Personal
 */
public record Comment(String id, Actor actor, String author, Instant at, String body) {

    /** Whether it speaks for the customer: his own words, or what he said on the phone. */
    public boolean ofCustomer() {
        return actor == Actor.CUSTOMER || actor == Actor.OPERATOR;
    }
}
