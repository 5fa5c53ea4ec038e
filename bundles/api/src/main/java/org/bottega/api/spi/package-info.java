/**
 * What a module implements. Register an implementation as an OSGi service and it takes part; unregister it and its part
 * ends; there is nothing else to call.
 */
@Export
@Version("1.2.0")
package org.bottega.api.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
