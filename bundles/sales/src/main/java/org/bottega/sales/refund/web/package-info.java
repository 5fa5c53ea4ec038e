/** The REST operations around refunds. */
package org.bottega.sales.refund.web;
