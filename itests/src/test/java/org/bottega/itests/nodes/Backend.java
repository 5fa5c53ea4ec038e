package org.bottega.itests.nodes;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** One node as a balancer sees it: asked while it is well; after a broken connection only once it says again that it is ready. */
final class Backend {

    private static final Call READY = Call.get("/health/ready");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final String name;
    private final Shop shop;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile boolean well = true;

    /** A marketplace, at the node of this name. */
    Backend(String name, Shop shop) {
        this.name = name;
        this.shop = shop;
    }

    String name() {
        return name;
    }

    /** Sends as the first seller's client. */
    Answer send(Call call) {
        return shop.sendAsOne(call);
    }

    void broke() {
        well = false;
    }

    boolean isWell() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (!well && now - due >= 0 && nextLook.compareAndSet(due, now + PAUSE)) {
            well = isReady();
        }
        return well;
    }

    private boolean isReady() {
        try {
            return shop.http().send(READY, null).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
