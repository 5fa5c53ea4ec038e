/** Files that buyers of a product may download. */
package org.bottega.sales.files;
