/** Tables of refund requests. */
package org.bottega.sales.refund.store;
