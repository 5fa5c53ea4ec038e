/** OAuth 2: where programs get and give back their bearer tokens (RFC 6749 client credentials, RFC 7009). */
package org.bottega.web.token;
