package org.bottega.sales.refund.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** What became of a refund request: all null while it is open. */
@Embeddable
public class AnswerPart {

    @Column(name = "answered_by")
    private String by;

    @Column(name = "answered_at")
    private Instant at;

    @Column(name = "answer")
    private String text;

    @Column(name = "answer_key")
    private String key;

    protected AnswerPart() {}

    /** @param key of the command, where it takes one; else null */
    public AnswerPart(String by, Instant at, String text, String key) {
        this.by = by;
        this.at = at;
        this.text = text;
        this.key = key;
    }

    Instant at() {
        return at;
    }

    public String text() {
        return text;
    }

    /** Whether this command gave the answer. */
    public boolean isBy(String command) {
        return key != null && key.equals(command);
    }
}
