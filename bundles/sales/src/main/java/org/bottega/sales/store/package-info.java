/** Rows of sales and their repositories. No type of this package leaves the bundle. */
package org.bottega.sales.store;
