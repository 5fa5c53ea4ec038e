/**
 * How a module keeps rows. A bundle with {@code META-INF/persistence.xml} (one unit, named after the module, JTA) and
 * migrations in {@code db/migration/<unit>/} gets, when it starts, its schema brought up and a {@link
 * org.bottega.persistence.Store} service with property {@code unit=<unit>}. Repositories are built on it; nobody outside
 * this bundle ever holds an entity manager or a connection.
 *
 * <p>All tables begin with {@code <unit>_}. A table with a {@code tenant_id} column is a tenant table: the connection
 * refuses every statement on it that does not bind {@code tenant_id} to the current caller's tenant.
 */
@Export
@Version("1.0.0")
package org.bottega.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
