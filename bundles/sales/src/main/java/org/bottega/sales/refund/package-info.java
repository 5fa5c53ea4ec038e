/** Giving money back: what it would do, wholly or in part, at once or because the buyer asked for it. */
package org.bottega.sales.refund;
