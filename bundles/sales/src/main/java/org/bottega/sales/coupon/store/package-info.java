/** Coupons and their uses. */
package org.bottega.sales.coupon.store;
