/** Whether this node lives, and whether it can serve. */
package org.bottega.web.health;
