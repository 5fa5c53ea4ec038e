/** What the console commands of sales have in common. */
package org.bottega.sales.shell;
