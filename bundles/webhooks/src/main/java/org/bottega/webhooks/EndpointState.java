package org.bottega.webhooks;

/** Whether events are sent to an endpoint. */
public enum EndpointState {
    ENABLED,
    DISABLED
}
