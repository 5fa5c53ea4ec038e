/**
 * Ticketing: refunds, cancellations and support requests as one kind of ticket. {@code deadline} says when a ticket is due
 * and why, {@code holiday} reads public holidays; both are plain Java.
 */
package org.bottega.ticketing;
