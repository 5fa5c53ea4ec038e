/**
 * What a module calls. Every type here is implemented by the platform, never by a module.
 *
 * <p>Money is a {@code long} of minor units beside its ISO 4217 code, time is a UTC {@link java.time.Instant} cut to
 * milliseconds, a tenant is named by its slug.
 */
@Export
@Version("1.0.0")
package org.bottega.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
