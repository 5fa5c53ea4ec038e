/** All that a marketplace or a person has here: taken out, or erased. */
package org.bottega.core.data;
