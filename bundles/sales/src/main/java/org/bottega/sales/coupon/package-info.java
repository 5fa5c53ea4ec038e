/** Coupons: codes that make an offer cheaper. */
package org.bottega.sales.coupon;
