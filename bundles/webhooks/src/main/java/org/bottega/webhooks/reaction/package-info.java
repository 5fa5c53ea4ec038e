/** What the module does by itself: it hears events and sends them. */
package org.bottega.webhooks.reaction;
