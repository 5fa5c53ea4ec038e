/** Reading and renewing many accesses at once. */
package org.bottega.sales.resend.store;
