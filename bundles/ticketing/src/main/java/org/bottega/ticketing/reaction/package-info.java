/** What ticketing does by itself: when events are told, and when something is due. */
package org.bottega.ticketing.reaction;
