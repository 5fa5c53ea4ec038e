/** Settings of tenants: typed, validated, versioned. */
package org.bottega.core.policy;
