/** Changed addresses over REST. */
package org.bottega.sales.email.web;
