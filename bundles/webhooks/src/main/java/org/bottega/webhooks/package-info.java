/** Events sent to addresses of the tenant's choice, signed as the Standard Webhooks say. */
package org.bottega.webhooks;
