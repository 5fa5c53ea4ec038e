/** Sending access again, by REST. */
package org.bottega.sales.resend.web;
