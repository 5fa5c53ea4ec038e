/** What gateways tell by themselves: taken at once when the signature is right, applied a moment later by asking them. */
package org.bottega.sales.payment.notice;
