/** REST. */
package org.bottega.webhooks.web;
