/** Purchases as a file, by REST. */
package org.bottega.sales.search.web;
