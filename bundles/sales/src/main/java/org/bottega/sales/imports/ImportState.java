package org.bottega.sales.imports;

/** Where an import stands. */
public enum ImportState {
    /** Received and stored; it is not being worked on yet. */
    QUEUED,
    /** Being worked on, or waiting for a worker to go on with it. */
    RUNNING,
    /** Every line was read; the good ones are purchases. */
    DONE,
    /** Given up after repeated failures; what was imported until then stays, and the file can be sent again. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return this == DONE || this == FAILED;
    }
}
