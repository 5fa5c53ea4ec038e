/** Rows that have done their work are removed after a while. */
package org.bottega.core.retention;
