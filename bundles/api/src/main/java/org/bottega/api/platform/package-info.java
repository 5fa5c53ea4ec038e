/**
 * What the platform's own edges (REST, console) call to run the platform: tenants, sellers, API clients, tokens, modules.
 * Business modules need {@link org.bottega.api} and {@link org.bottega.api.spi} only.
 */
@Export
@Version("1.0.0")
package org.bottega.api.platform;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
