/** Sending access again, from the console. */
package org.bottega.sales.resend.shell;
