package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ACME;
import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.bottega.ticketing.deadline.CloseUnit;
import org.bottega.ticketing.deadline.DeadlinePolicy;
import org.bottega.ticketing.deadline.Weekend;
import org.bottega.ticketing.web.PreviewResource;
import org.bottega.ticketing.web.PreviewResource.Answer;
import org.bottega.ticketing.web.PreviewResource.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What-if: when a ticket would be due. */
class PreviewTest {

    private static final Instant FRIDAY = Instant.parse("2026-03-06T14:00:00Z");
    private static final String ROME = "Europe/Rome";

    private final Office office = new Office();
    private final PreviewResource preview = new PreviewResource(
            new Deadlines(office.platform.sellers(), office.platform.tenants(), office.platform.policies()));

    @AfterEach
    void close() {
        office.close();
    }

    private Answer ask(String language, DeadlinePolicy policy, String zone, Actor actor, TicketType type) {
        return office.platform.as(
                ACME, () -> preview.previewDeadline(language, new Question(policy, zone, FRIDAY, actor, type)));
    }

    @Test
    @DisplayName("D3 Friday 15:00 in Rome: Monday 15:00, in three segments without gaps, in words of two languages")
    void pause() {
        Answer answer = ask(null, null, ROME, Actor.CUSTOMER, TicketType.REFUND);
        assertEquals(Instant.parse("2026-03-09T14:00:00Z"), answer.dueAt());
        assertEquals(3, answer.segments().size());
        assertEquals(FRIDAY, answer.segments().get(0).from());
        assertEquals(answer.dueAt(), answer.segments().get(2).to());
        assertEquals("weekend", answer.segments().get(1).reason());
        assertEquals(
                "due Mon 9 Mar 15:00 (Central European Time)", answer.words().get(3));
        assertTrue(ask("it", null, ROME, Actor.CUSTOMER, TicketType.REFUND)
                .words()
                .get(3)
                .contains("lun 9 mar"));
        assertEquals(
                Instant.parse("2026-03-06T14:05:00Z"),
                ask("en", null, ROME, Actor.SELLER, TicketType.CANCELLATION).dueAt());
    }

    @Test
    @DisplayName("another policy and another zone answer otherwise; support tells its warnings too")
    void others() {
        DeadlinePolicy none = new DeadlinePolicy(Weekend.NONE, 24, 5, true, 48, 48, 48, 7, 7, CloseUnit.BUSINESS);
        assertEquals(
                Instant.parse("2026-03-07T14:00:00Z"),
                ask(null, none, ROME, Actor.CUSTOMER, TicketType.REFUND).dueAt());
        assertEquals(
                Instant.parse("2026-03-09T11:00:00Z"),
                ask(null, null, "Pacific/Auckland", Actor.CUSTOMER, TicketType.REFUND)
                        .dueAt());
        Answer support = ask(null, null, ROME, Actor.CUSTOMER, TicketType.SUPPORT);
        assertEquals(2, support.warnings().size());
        assertEquals(
                Instant.parse("2026-03-08T14:00:00Z"), support.warnings().get(0).dueAt());
        assertEquals(Instant.parse("2026-03-12T14:00:00Z"), support.dueAt());
        assertEquals(
                1,
                ask(null, null, ROME, Actor.SELLER, TicketType.SUPPORT)
                        .warnings()
                        .size());
    }

    @Test
    @DisplayName("what cannot be answered is refused by name")
    void refusals() {
        refused("zone-unknown", () -> ask(null, null, "Europe/Nowhere", Actor.CUSTOMER, TicketType.REFUND));
        refused("zone-unknown", () -> ask(null, null, null, Actor.CUSTOMER, TicketType.REFUND));
        refused("actor-invalid", () -> ask(null, null, ROME, Actor.SYSTEM, TicketType.SUPPORT));
        refused("field-missing", () -> ask(null, null, ROME, Actor.CUSTOMER, null));
        refused("language-unknown", () -> ask("fr", null, ROME, Actor.CUSTOMER, TicketType.REFUND));
    }
}
