/** Tables as the database tells of them: for what concerns all, whichever unit they are of. */
package org.bottega.persistence.table;
