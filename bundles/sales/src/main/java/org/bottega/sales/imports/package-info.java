/**
 * Sales of the past, from files (D30). {@link org.bottega.sales.imports.Imports} stores a file, {@link
 * org.bottega.sales.imports.ImportDue} finds it, {@link org.bottega.sales.imports.ImportWorker} does its lines: {@code csv}
 * reads them, {@code store} keeps them. {@code web} and {@code shell} are the two ways in.
 */
package org.bottega.sales.imports;
