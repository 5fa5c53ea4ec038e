/** Tables of ticketing. */
package org.bottega.ticketing.store;
