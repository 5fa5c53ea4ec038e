/** {@code Idempotency-Key}: a wish is fulfilled once, however often it is told. */
package org.bottega.web.idempotency;
