/** Rows of the module. */
package org.bottega.webhooks.store;
