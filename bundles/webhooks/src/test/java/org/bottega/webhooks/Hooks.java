package org.bottega.webhooks;

import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bottega.api.spi.DueWork;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Store;
import org.bottega.webhooks.reaction.HearEverything;
import org.bottega.webhooks.reaction.Letters;
import org.bottega.webhooks.reaction.Outcomes;
import org.bottega.webhooks.reaction.SendDeliveries;
import org.bottega.webhooks.reaction.Sender;
import org.bottega.webhooks.send.Doorman;
import org.bottega.webhooks.send.Post;
import org.bottega.webhooks.store.AttemptRows;
import org.bottega.webhooks.store.DeliveryRepository;
import org.bottega.webhooks.store.DeliveryRows;
import org.bottega.webhooks.store.EndpointRepository;
import org.bottega.webhooks.store.Purge;

/** The module, put together as the runtime does it. 127.0.0.1 and http are allowed. */
final class Hooks {

    static final int TIMEOUT = 700;
    static final Set<String> TYPES =
            Set.of("core.PolicyChanged", "core.SellerChanged", "shop.Sold", "shop.Returned", "other.Seen");

    final TestPlatform platform;
    final Endpoints endpoints;
    final Deliveries deliveries;
    final EventTypes types;
    final SendDeliveries send;

    /** What names stand for; each is asked anew every time. */
    final Map<String, Supplier<String>> names = new ConcurrentHashMap<>();

    Hooks(TestPlatform platform) {
        this.platform = platform;
        Store store = platform.store("webhooks");
        Ground ground = new Ground(
                platform.callers(), platform.unitOfWork(), platform.audit(), platform.ids(), platform.clock());
        EndpointRepository rows = new EndpointRepository(store);
        DeliveryRows deliveryRows = new DeliveryRows(store);
        AttemptRows attempts = new AttemptRows(store);
        Doorman doorman = new Doorman("127.0.0.1", true, TIMEOUT, this::lookUp);
        Secrets secrets = new Secrets(platform.links());
        types = new EventTypes(() -> TYPES, platform.modules());
        endpoints = new Endpoints(ground, rows, deliveryRows, new Rules(new Urls(doorman), types, secrets));
        deliveries = new Deliveries(ground, endpoints, new DeliveryRepository(store), deliveryRows, attempts);
        Letters letters = new Letters(platform.mailer(), platform.tenants());
        Outcomes outcomes = new Outcomes(ground, rows, deliveryRows, attempts, letters);
        send = new SendDeliveries(ground, deliveryRows, rows, outcomes, new Sender(new Post(doorman), secrets));
        platform.module(new WebhooksModule("1.0.0", new Purge(store)));
        platform.listen(new HearEverything(ground, rows, deliveryRows));
        platform.work(new Waiting(send));
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        Supplier<String> name = names.get(host);
        if (name == null && !host.matches("[0-9.]+|\\[.*")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(name == null ? host : name.get());
    }

    /** The same work, with its outcome known when it returns: the clock of tests stands until then. */
    private record Waiting(SendDeliveries send) implements DueWork {
        @Override
        public String id() {
            return send.id();
        }

        @Override
        public String module() {
            return send.module();
        }

        @Override
        public String table() {
            return send.table();
        }

        @Override
        public boolean inUnitOfWork() {
            return send.inUnitOfWork();
        }

        @Override
        public boolean realTime() {
            return send.realTime();
        }

        @Override
        public void process(String id) {
            send.process(id);
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(send::isIdle);
        }
    }
}
