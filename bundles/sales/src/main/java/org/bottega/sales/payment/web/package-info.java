/** REST operations about payments. */
package org.bottega.sales.payment.web;
