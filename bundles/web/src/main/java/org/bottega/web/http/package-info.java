/** The vocabulary of HTTP that the rest of the edge speaks: a checked target, a body, an answer, a problem. */
package org.bottega.web.http;
