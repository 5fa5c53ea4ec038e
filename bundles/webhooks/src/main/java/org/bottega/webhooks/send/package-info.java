/** Requests to servers of others: where they may go, and how they are made. */
package org.bottega.webhooks.send;
