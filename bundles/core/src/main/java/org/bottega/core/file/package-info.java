/** Files of tenants in chunks in the database, streamed in and out, with a quota that is exact. */
package org.bottega.core.file;
