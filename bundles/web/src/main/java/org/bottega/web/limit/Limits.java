package org.bottega.web.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Policies;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.platform.RatePolicy;
import org.bottega.web.WebConfig;
import org.bottega.web.limit.Buckets.Owner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts requests: of a caller who is known by that caller, of everybody else by address. Every answer tells what is left
 * ({@code RateLimit-Policy}, {@code RateLimit}: draft-ietf-httpapi-ratelimit-headers-10).
 */
@Component(service = Limits.class, configurationPid = WebConfig.PID)
public final class Limits {

    private static final String ADDRESS = "address";

    private final Rate rate;
    private final Rate anonymous;
    private final Buckets buckets;
    private final Peers peers;
    private final Policies policies;
    private final Callers callers;

    @Activate
    public Limits(WebConfig config, @Reference Policies policies, @Reference Callers callers) {
        this(config, policies, callers, TimeMeter.SYSTEM_NANOTIME);
    }

    Limits(WebConfig config, Policies policies, Callers callers, TimeMeter time) {
        this.rate = Rate.of(config.requestsPerMinute(), config.burst());
        this.anonymous = Rate.of(config.requestsPerMinute() == 0 ? 0 : config.anonymousPerMinute(), 0);
        this.buckets = new Buckets(time);
        this.peers = new Peers(config.trustedProxies());
        this.policies = policies;
        this.callers = callers;
    }

    /**
     * Counts a request of somebody unknown.
     *
     * @throws Problem 429 {@code rate-limited}
     */
    public void address(HttpServletRequest request, HttpServletResponse response) {
        count(new Owner(null, ADDRESS, peers.network(request), anonymous), response);
    }

    /**
     * Counts a request of a caller who has proved who it is.
     *
     * @throws Problem 429 {@code rate-limited}
     */
    public void caller(Caller caller, HttpServletResponse response) {
        if (rate.isLimited()) {
            Rate own = rate.within(callers.as(caller, () -> policies.get(RatePolicy.TYPE)));
            String kind = caller.kind().name().toLowerCase(Locale.ROOT);
            count(new Owner(caller.tenant(), kind, caller.id(), own), response);
        }
    }

    /** Who sends requests. */
    public Peers peers() {
        return peers;
    }

    private void count(Owner owner, HttpServletResponse response) {
        if (!owner.rate().isLimited()) {
            return;
        }
        ConsumptionProbe probe = buckets.take(owner);
        long refill = Buckets.seconds(probe.getNanosToWaitForReset());
        String name = '"' + owner.kind() + '"';
        response.setHeader(
                "RateLimit-Policy",
                name + ";q=" + owner.rate().burst() + ";w=" + owner.rate().window());
        response.setHeader("RateLimit", name + ";r=" + probe.getRemainingTokens() + ";t=" + refill);
        if (!probe.isConsumed()) {
            long wait = Math.max(1, Buckets.seconds(probe.getNanosToWaitForRefill()));
            throw new Problem(Kind.TOO_MANY, "rate-limited", "too many requests; come again in " + wait + " s")
                    .retryAfter((int) wait);
        }
    }
}
