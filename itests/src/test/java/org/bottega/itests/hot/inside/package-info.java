/** What sales 1.1 has more than 1.0: it is compiled here and runs inside the renewed bundle. */
package org.bottega.itests.hot.inside;
