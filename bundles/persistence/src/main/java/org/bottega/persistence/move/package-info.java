/** The way from the embedded database to PostgreSQL. */
package org.bottega.persistence.move;
