/** REST operations of ticketing. */
package org.bottega.ticketing.web;
