package org.bottega.web;

import java.lang.annotation.Annotation;

/** Configuration of the edge in tests. */
public record TestConfig(
        int requestsPerMinute, int burst, int anonymousPerMinute, String metricsToken, String... trustedProxies)
        implements WebConfig {

    /** Limits of requests, and proxies. */
    public static TestConfig limits(int requestsPerMinute, int burst, int anonymousPerMinute, String... proxies) {
        return new TestConfig(requestsPerMinute, burst, anonymousPerMinute, "", proxies);
    }

    @Override
    public long bodyLimit() {
        return 4096;
    }

    @Override
    public int stopNotice() {
        return 0;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return WebConfig.class;
    }
}
