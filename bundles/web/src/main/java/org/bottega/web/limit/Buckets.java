package org.bottega.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A bucket for each who asks. A bucket that has had the time to fill up again is as good as a new one and is forgotten; when
 * there are too many, those least asked for are.
 */
final class Buckets {

    /** Buckets at once: some 20 MB. */
    static final int MOST = 50_000;

    /**
     * Whose bucket it is.
     *
     * @param tenant or null for an address
     * @param kind kind of caller, or address
     * @param id of the caller, or the address
     * @param rate how big it is: when that changes there is a new one
     */
    record Owner(String tenant, String kind, String id, Rate rate) {}

    private final TimeMeter time;
    private final Cache<Owner, Bucket> buckets;

    Buckets(TimeMeter time) {
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Owner, Bucket>accessing(
                        (owner, bucket) -> Duration.ofSeconds(owner.rate().window() + 1)))
                .build();
    }

    /** Takes one from the bucket, if there is one. */
    ConsumptionProbe take(Owner owner) {
        return buckets.get(owner, this::full).tryConsumeAndReturnRemaining(1);
    }

    private Bucket full(Owner owner) {
        Rate rate = owner.rate();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** How many there are. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** Seconds, rounded up. */
    static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
