/** What answers while the REST edge is away. */
package org.bottega.front;
