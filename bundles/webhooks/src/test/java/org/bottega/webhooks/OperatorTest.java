package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Caller;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.Tenant;
import org.bottega.api.spi.Impact;
import org.bottega.core.testing.SentMail;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.bottega.webhooks.shell.DeliveriesCommand;
import org.bottega.webhooks.shell.ListCommand;
import org.bottega.webhooks.shell.ReplayCommand;
import org.bottega.webhooks.shell.TenantNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OperatorTest extends HooksTest {

    @Test
    @DisplayName("the console lists endpoints and deliveries, and sends again")
    void console() {
        Endpoints.Told told = add();
        String id = told.endpoint().id();
        receiver.answers(500, "");
        sell("shoe");
        now();
        platform.as(tenant, () -> hooks.endpoints.disable(id));
        platform.as(tenant, () -> hooks.endpoints.enable(id));
        String delivery = log(told).get(0).id();
        try (TestConsole console = new TestConsole(
                        platform.callers(), platform.modules(), platform.tenants(), hooks.endpoints, hooks.deliveries)
                .with(TenantNames.class, ListCommand.class, DeliveriesCommand.class, ReplayCommand.class)) {
            String option = " --tenant " + tenant + " ";
            assertTrue(good(console, "webhooks:list" + option).contains(id));
            String failed = good(console, "webhooks:deliveries" + option + "--state failed " + id);
            assertTrue(failed.contains(delivery) && failed.contains("shop.Sold"), failed);
            assertEquals(
                    "There are no such deliveries.",
                    good(console, "webhooks:deliveries" + option + "--state pending " + id));
            assertEquals(
                    "Delivery " + delivery + " is sent again.", good(console, "webhooks:replay" + option + delivery));
            assertEquals(
                    "0 deliveries are sent again.",
                    good(console, "webhooks:replay" + option + "--since 2020-01-01T00:00:00Z " + id));
            assertEquals(1, console.run("webhooks:replay" + option + delivery).status());
            assertEquals(
                    1,
                    console.run("webhooks:replay" + option + "--since yesterday " + id)
                            .status());
            assertEquals(
                    1,
                    console.run("webhooks:deliveries" + option + "--state lost " + id)
                            .status());
            assertEquals(1, console.run("webhooks:list --tenant nobody").status());
        }
    }

    private static String good(TestConsole console, String line) {
        Result result = console.run(line);
        assertEquals(0, result.status(), result.toString());
        return result.out().strip();
    }

    @Test
    @DisplayName("in a sandbox events tell its own time; attempts keep to real time, however fast its clock is moved")
    void sandbox() {
        tenant = "sandbox-" + tenant;
        platform.newSandbox(tenant);
        platform.enable(tenant, WebhooksModule.ID);
        receiver.answers(500, "");
        Endpoints.Told told = add();
        platform.fastForward(tenant, "P10D");
        Instant real = platform.clock().instant();
        sell("shoe");
        now();
        assertTrue(receiver.last().body().contains("\"timestamp\":\"" + real.plus(Duration.ofDays(10))));
        assertEquals(real.getEpochSecond(), receiver.last().timestamp());
        platform.fastForward(tenant, "P10D");
        assertEquals(1, receiver.got().size());
        assertEquals(EndpointState.ENABLED, endpoint(told).state());
        platform.advance(Duration.ofSeconds(5));
        assertEquals(2, receiver.got().size());
        platform.as(tenant, () -> platform.modules().disable(WebhooksModule.ID));
    }

    @Test
    @DisplayName("the mail is in the marketplace's language")
    void italian() {
        tenant = "it-" + tenant;
        Tenant italian = new Tenant(tenant, "Bottega Uno", ZoneId.of("Europe/Rome"), Locale.ITALIAN, null);
        platform.callers()
                .as(Caller.operator(null, "test"), () -> platform.tenants().create(italian));
        platform.enable(tenant, WebhooksModule.ID);
        add();
        receiver.answers(410, "");
        sell("shoe");
        now();
        SentMail mail = platform.mails(tenant).get(0);
        assertEquals("Il webhook verso 127.0.0.1 è stato disattivato", mail.subject());
        assertTrue(
                mail.text().contains("gli eventi di Bottega Uno") && mail.text().contains("410"), mail.text());
        platform.as(tenant, () -> platform.modules().disable(WebhooksModule.ID));
    }

    @Test
    @DisplayName("before it is purged it tells what there is; then all is gone, at its marketplace only")
    void purge() {
        Endpoints.Told other = add();
        String neighbour = tenant;
        tenant = newTenant();
        add();
        receiver.answers(500, "");
        sell("shoe");
        now();
        platform.as(tenant, () -> platform.modules().disable(WebhooksModule.ID));
        assertEquals(
                List.of(new Impact("webhook endpoints", 1), new Impact("webhook deliveries that wait to be sent", 1)),
                platform.as(tenant, () -> platform.core().moduleDesk().plan(WebhooksModule.ID, Change.PURGE))
                        .impact());
        platform.as(tenant, () -> platform.core().moduleDesk().purge(WebhooksModule.ID));
        platform.enable(tenant, WebhooksModule.ID);
        assertEquals(
                List.of(), platform.as(tenant, () -> hooks.endpoints.list(ALL)).items());
        tenant = neighbour;
        assertEquals(other.endpoint().id(), endpoint(other).id());
    }
}
