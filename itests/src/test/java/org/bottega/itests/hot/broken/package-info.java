/** What makes a renewed bundle fail. */
package org.bottega.itests.hot.broken;
