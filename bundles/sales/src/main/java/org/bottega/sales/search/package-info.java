/** Finding purchases by any of what is known of them, and handing them out as a file. */
package org.bottega.sales.search;
