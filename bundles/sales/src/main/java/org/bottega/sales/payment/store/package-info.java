/** Rows of what gateways tell, and of the sandbox gateway's pretending. */
package org.bottega.sales.payment.store;
