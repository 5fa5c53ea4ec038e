package org.bottega.ticketing.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.ticketing.Actor;

/** Who opened a ticket, when, and by which command. */
@Embeddable
public class OpenPart {

    @Enumerated(EnumType.STRING)
    @Column(name = "opened_by")
    private Actor by;

    @Column(name = "opened_at")
    private Instant at;

    @Column(name = "request_key")
    private String key;

    @Column(name = "request_hash")
    private String asked;

    @Column(name = "step_key")
    private String step;

    protected OpenPart() {}

    /** Opened by somebody, by a command with this key. @param asked hash of what that command asked for */
    public OpenPart(Actor by, Instant at, String key, String asked) {
        this.by = by;
        this.at = at;
        this.key = key;
        this.asked = asked;
    }

    /** A command in several steps; null: none any more. */
    public void step(String command) {
        step = command;
    }

    public Actor by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    /** Hash of what the command that opened it asked for. */
    public String asked() {
        return asked;
    }

    /** Key of the last command that took several steps, or null. */
    public String step() {
        return step;
    }
}
