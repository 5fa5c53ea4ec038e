/** JSON as this platform reads and writes it: strictly, and with refusals that name the field and what would be right. */
package org.bottega.web.json;
