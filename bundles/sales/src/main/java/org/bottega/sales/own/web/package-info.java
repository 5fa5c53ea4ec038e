/** A buyer's own area over REST. */
package org.bottega.sales.own.web;
