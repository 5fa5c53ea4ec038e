package org.bottega.ticketing.deadline;

import static org.bottega.ticketing.deadline.Told.told;

import java.time.ZoneId;
import org.bottega.ticketing.Actor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final ZoneId ROME = Clocks.ROME;

    private static Deadline refund(String opened, Actor actor, Weekend weekend, String... holidays) {
        SellerDays days = new SellerDays(ROME, Clocks.holidays(holidays));
        return Clocks.refund(opened, actor, Clocks.policy(weekend), days);
    }

    @Test
    @DisplayName("TKT-12 TKT-13 a weekend in words")
    void weekend() {
        told(
                refund("2026-03-06T15:00", Actor.CUSTOMER, Weekend.PAUSE),
                ROME,
                """
                Fri 6 Mar 15:00 to Sat 7 Mar 00:00: 9 hours counted
                Sat 7 Mar 00:00 to Mon 9 Mar 00:00: stopped for the weekend
                Mon 9 Mar 00:00 to Mon 9 Mar 15:00: 15 hours counted
                due Mon 9 Mar 15:00 (Central European Time)""",
                """
                da ven 6 mar 15:00 a sab 7 mar 00:00: 9 ore di tempo contato
                da sab 7 mar 00:00 a lun 9 mar 00:00: fermo per il fine settimana
                da lun 9 mar 00:00 a lun 9 mar 15:00: 15 ore di tempo contato
                scade lun 9 mar 15:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("TKT-22 minutes of the seller in words")
    void seller() {
        told(
                refund("2026-03-06T23:58", Actor.SELLER, Weekend.PAUSE),
                ROME,
                """
                Fri 6 Mar 23:58 to Sat 7 Mar 00:00: 2 minutes counted
                Sat 7 Mar 00:00 to Mon 9 Mar 00:00: stopped for the weekend
                Mon 9 Mar 00:00 to Mon 9 Mar 00:03: 3 minutes counted
                due Mon 9 Mar 00:03 (Central European Time)""",
                """
                da ven 6 mar 23:58 a sab 7 mar 00:00: 2 minuti di tempo contato
                da sab 7 mar 00:00 a lun 9 mar 00:00: fermo per il fine settimana
                da lun 9 mar 00:00 a lun 9 mar 00:03: 3 minuti di tempo contato
                scade lun 9 mar 00:03 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("TKT-13 opened at the weekend; seconds are told, not their parts")
    void atTheWeekend() {
        told(
                refund("2026-03-08T23:00:30.500", Actor.CUSTOMER, Weekend.PAUSE),
                ROME,
                """
                Sun 8 Mar 23:00:30 to Mon 9 Mar 00:00: stopped for the weekend
                Mon 9 Mar 00:00 to Tue 10 Mar 00:00: 24 hours counted
                due Tue 10 Mar 00:00 (Central European Time)""",
                """
                da dom 8 mar 23:00:30 a lun 9 mar 00:00: fermo per il fine settimana
                da lun 9 mar 00:00 a mar 10 mar 00:00: 24 ore di tempo contato
                scade mar 10 mar 00:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("D3 a holiday and the weekend in words; one hour, one second")
    void holiday() {
        told(
                refund("2026-03-05T22:55:01.900", Actor.CUSTOMER, Weekend.PAUSE, "2026-03-06"),
                ROME,
                """
                Thu 5 Mar 22:55:01 to Fri 6 Mar 00:00: 1 hour, 4 minutes and 59 seconds counted
                Fri 6 Mar 00:00 to Sat 7 Mar 00:00: stopped for a public holiday
                Sat 7 Mar 00:00 to Mon 9 Mar 00:00: stopped for the weekend
                Mon 9 Mar 00:00 to Mon 9 Mar 22:55:01: 22 hours, 55 minutes and 1 second counted
                due Mon 9 Mar 22:55:01 (Central European Time)""",
                """
                da gio 5 mar 22:55:01 a ven 6 mar 00:00: 1 ora, 4 minuti e 59 secondi di tempo contato
                da ven 6 mar 00:00 a sab 7 mar 00:00: fermo per un giorno festivo
                da sab 7 mar 00:00 a lun 9 mar 00:00: fermo per il fine settimana
                da lun 9 mar 00:00 a lun 9 mar 22:55:01: 22 ore, 55 minuti e 1 secondo di tempo contato
                scade lun 9 mar 22:55:01 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("TKT-21 moved past the weekend")
    void moved() {
        told(
                refund("2026-03-06T15:00", Actor.CUSTOMER, Weekend.ROLL),
                ROME,
                """
                Fri 6 Mar 15:00 to Sat 7 Mar 15:00: 24 hours counted
                Sat 7 Mar 15:00 to Mon 9 Mar 15:00: moved past the weekend
                due Mon 9 Mar 15:00 (Central European Time)""",
                """
                da ven 6 mar 15:00 a sab 7 mar 15:00: 24 ore di tempo contato
                da sab 7 mar 15:00 a lun 9 mar 15:00: rinviato oltre il fine settimana
                scade lun 9 mar 15:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("D3 moved past a holiday")
    void movedPastHoliday() {
        told(
                refund("2026-06-01T15:00", Actor.CUSTOMER, Weekend.ROLL, "2026-06-02"),
                ROME,
                """
                Mon 1 Jun 15:00 to Tue 2 Jun 15:00: 24 hours counted
                Tue 2 Jun 15:00 to Wed 3 Jun 15:00: moved past a public holiday
                due Wed 3 Jun 15:00 (Central European Time)""",
                """
                da lun 1 giu 15:00 a mar 2 giu 15:00: 24 ore di tempo contato
                da mar 2 giu 15:00 a mer 3 giu 15:00: rinviato oltre un giorno festivo
                scade mer 3 giu 15:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("D3 moved past both, years told")
    void newYear() {
        told(
                refund("2026-12-31T15:00", Actor.CUSTOMER, Weekend.ROLL, "2027-01-01"),
                ROME,
                """
                Thu 31 Dec 2026 15:00 to Fri 1 Jan 2027 15:00: 24 hours counted
                Fri 1 Jan 2027 15:00 to Mon 4 Jan 2027 15:00: moved past the weekend and a public holiday
                due Mon 4 Jan 2027 15:00 (Central European Time)""",
                """
                da gio 31 dic 2026 15:00 a ven 1 gen 2027 15:00: 24 ore di tempo contato
                da ven 1 gen 2027 15:00 a lun 4 gen 2027 15:00: rinviato oltre il fine settimana e un giorno festivo
                scade lun 4 gen 2027 15:00 (Ora dell’Europa centrale)""");
    }
}
