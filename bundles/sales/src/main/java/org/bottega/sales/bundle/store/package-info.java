/** What purchases of bundles contain. */
package org.bottega.sales.bundle.store;
