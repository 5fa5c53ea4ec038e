/** Bundles replaced under load, and what their users meet meanwhile. */
package org.bottega.itests.hot;
