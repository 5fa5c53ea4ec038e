/** How often one may ask. In memory, on each node for itself, in real time. */
package org.bottega.web.limit;
