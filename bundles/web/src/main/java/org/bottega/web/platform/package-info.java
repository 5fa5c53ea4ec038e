/**
 * The platform's own operations, directly below {@code /api/{tenant}}: users, modules, the audit. A resource is a component
 * that implements {@link org.bottega.web.platform.PlatformResource}; it calls services of the platform only.
 */
package org.bottega.web.platform;
