/** Changes of the catalog by REST. */
package org.bottega.sales.catalog.web;
