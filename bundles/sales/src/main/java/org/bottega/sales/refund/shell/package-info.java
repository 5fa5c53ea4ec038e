/** Refund requests on the console. */
package org.bottega.sales.refund.shell;
