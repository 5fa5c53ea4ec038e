/**
 * What a module calls. Every type here is implemented by the platform, never by a module.
 *
 * <p>Money is a {@code long} of minor units beside its ISO 4217 code, time is a UTC {@link java.time.Instant} cut to
 * milliseconds, a tenant is named by its slug.
 *
 * <p>There are two services {@link java.time.Clock}. The one that a plain {@code @Reference} gives is <em>business time</em>:
 * the time of the current caller's tenant, which in a sandbox can be ahead ({@code clock:advance}), else real time. What
 * must not be hurried by that (tokens, attempts and waiting between them, limits per minute, leases) takes
 * {@code @Reference(target = "(time=real)")}.
 */
@Export
@Version("1.1.0")
package org.bottega.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
