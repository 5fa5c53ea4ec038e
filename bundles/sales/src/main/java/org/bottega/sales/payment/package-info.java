/** Moving money in three steps: the intent is committed, the gateway is asked, the outcome is committed. */
package org.bottega.sales.payment;
