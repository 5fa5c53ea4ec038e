/** Sending access again: of one purchase, and of many at once. */
package org.bottega.sales.resend;
