/** {@code /metrics}: figures for the operator's monitoring, in the format of Prometheus; never about a single tenant. */
package org.bottega.web.metrics;
