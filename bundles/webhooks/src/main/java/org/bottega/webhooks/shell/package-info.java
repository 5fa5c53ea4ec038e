/** Webhooks on the console. */
package org.bottega.webhooks.shell;
