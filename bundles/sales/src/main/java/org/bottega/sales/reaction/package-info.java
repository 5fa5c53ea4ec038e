/** What sales does by itself: it hears its own events, and does what falls due. */
package org.bottega.sales.reaction;
