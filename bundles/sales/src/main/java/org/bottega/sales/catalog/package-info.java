/** What is on the shelf: picking it, changing it, taking it off. */
package org.bottega.sales.catalog;
