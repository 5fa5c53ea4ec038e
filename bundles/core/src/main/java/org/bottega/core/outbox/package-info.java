/**
 * Events on their way. {@code publish} writes an event and its deliveries into the open unit of work; after the commit a
 * lane (one tenant, one listener) takes them in order, together with what the listener writes.
 */
package org.bottega.core.outbox;
