/** Products that contain others, and what of them was bought. */
package org.bottega.sales.bundle;
