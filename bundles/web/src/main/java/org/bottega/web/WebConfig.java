package org.bottega.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.bottega.web}. */
@ObjectClassDefinition(name = "REST edge")
public @interface WebConfig {

    /** Name of the configuration. */
    String PID = "org.bottega.web";

    @AttributeDefinition(description = "Most bytes of a request body, where the operation does not say otherwise")
    long bodyLimit() default 1L << 20;

    @AttributeDefinition(description = "Requests a minute of one caller; 0 for any number, also without a token")
    int requestsPerMinute() default 3000;

    @AttributeDefinition(description = "Requests of one caller at once; 0 for ten seconds' worth")
    int burst() default 0;

    @AttributeDefinition(description = "Requests a minute without a token, or for one, from one address")
    int anonymousPerMinute() default 300;

    @AttributeDefinition(description = "Addresses or networks of proxies whose X-Forwarded headers are believed")
    String[] trustedProxies() default {};

    @AttributeDefinition(description = "Bearer token that opens /metrics to other machines; empty: this one only")
    String metricsToken() default "";

    @AttributeDefinition(description = "Seconds between saying that this node is not ready any more and its stop")
    int stopNotice() default 0;
}
