/** What is kept of changed addresses. */
package org.bottega.sales.email.store;
