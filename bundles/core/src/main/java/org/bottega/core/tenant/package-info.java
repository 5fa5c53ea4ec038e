/** Marketplaces and their sellers. */
package org.bottega.core.tenant;
