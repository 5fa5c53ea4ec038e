/** Coupons by REST. */
package org.bottega.sales.coupon.web;
