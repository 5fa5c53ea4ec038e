/** The REST operations of sales. A resource parses, calls the domain once, and writes a record. */
package org.bottega.sales.web;
