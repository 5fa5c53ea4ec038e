/** Which processes there are beside one database, and which modules each of them runs. */
package org.bottega.core.node;
