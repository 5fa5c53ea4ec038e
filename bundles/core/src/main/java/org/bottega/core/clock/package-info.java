/**
 * Real time and business time. A live tenant's business time is real time; a sandbox has a clock of its own that can be
 * moved forward, through all that falls due on the way.
 *
 * <p>Real: tokens, attempts and back-off, the outbox, leases, idempotency, module states, and all ids, which so sort as
 * things happened. Business: what modules do and see, events, when a mail was created and sent, and {@code happened_at} of
 * audit lines, whose ids hold the real instant (the first ten characters of a ULID).
 */
package org.bottega.core.clock;
