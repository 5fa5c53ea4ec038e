package org.bottega.ticketing.deadline;

import static org.bottega.ticketing.deadline.Told.told;

import java.time.ZoneId;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OtherExplanationTest {

    private static final ZoneId ROME = Clocks.ROME;

    private static Deadline customer(String opened, Weekend weekend, ZoneId zone) {
        return Clocks.refund(opened, Actor.CUSTOMER, Clocks.policy(weekend), SellerDays.in(zone));
    }

    private static SupportClock.Silence customerSilent(CloseUnit unit) {
        return SupportClock.ofCustomer(Clocks.at("2026-01-12T09:00", ROME), Clocks.closing(unit), SellerDays.in(ROME));
    }

    @Test
    @DisplayName("D3 clocks that go forward are told, for 24 hours seem to be 25")
    void spring() {
        told(
                customer("2026-03-28T15:00", Weekend.NONE, ROME),
                ROME,
                """
                Sat 28 Mar 15:00 to Sun 29 Mar 16:00: 24 hours counted; clocks go forward by 1 hour on Sun 29 Mar 02:00
                due Sun 29 Mar 16:00 (Central European Time)""",
                """
                da sab 28 mar 15:00 a dom 29 mar 16:00: 24 ore di tempo contato; dom 29 mar 02:00 l'orologio va avanti di 1 ora
                scade dom 29 mar 16:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("D3 clocks that go back are told")
    void autumn() {
        told(
                customer("2026-10-24T15:00", Weekend.ROLL, ROME),
                ROME,
                """
                Sat 24 Oct 15:00 to Sun 25 Oct 14:00: 24 hours counted; clocks go back by 1 hour on Sun 25 Oct 03:00
                Sun 25 Oct 14:00 to Mon 26 Oct 14:00: moved past the weekend
                due Mon 26 Oct 14:00 (Central European Time)""",
                """
                da sab 24 ott 15:00 a dom 25 ott 14:00: 24 ore di tempo contato; dom 25 ott 03:00 l'orologio torna indietro di 1 ora
                da dom 25 ott 14:00 a lun 26 ott 14:00: rinviato oltre il fine settimana
                scade lun 26 ott 14:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("D3 clocks that go forward at midnight")
    void cairo() {
        told(
                customer("2026-04-23T10:00", Weekend.PAUSE, ZoneId.of("Africa/Cairo")),
                ZoneId.of("Africa/Cairo"),
                """
                Thu 23 Apr 10:00 to Fri 24 Apr 11:00: 24 hours counted; clocks go forward by 1 hour on Fri 24 Apr 00:00
                due Fri 24 Apr 11:00 (Eastern European Time)""",
                """
                da gio 23 apr 10:00 a ven 24 apr 11:00: 24 ore di tempo contato; ven 24 apr 00:00 l'orologio va avanti di 1 ora
                scade ven 24 apr 11:00 (Ora dell’Europa orientale)""");
    }

    @Test
    @DisplayName("D3 clocks that go forward by half an hour")
    void lordHowe() {
        told(
                customer("2026-10-03T12:00", Weekend.NONE, ZoneId.of("Australia/Lord_Howe")),
                ZoneId.of("Australia/Lord_Howe"),
                """
                Sat 3 Oct 12:00 to Sun 4 Oct 12:30: 24 hours counted; clocks go forward by 30 minutes on Sun 4 Oct 02:00
                due Sun 4 Oct 12:30 (Lord Howe Time)""",
                """
                da sab 3 ott 12:00 a dom 4 ott 12:30: 24 ore di tempo contato; dom 4 ott 02:00 l'orologio va avanti di 30 minuti
                scade dom 4 ott 12:30 (Ora di Lord Howe)""");
    }

    @Test
    @DisplayName("TKT-18 processed at once in words")
    void atOnce() {
        Opening opening = new Opening(Clocks.at("2026-03-07T10:00", ROME), Actor.CUSTOMER, TicketType.REFUND, true);
        told(
                ProcessingClock.deadline(opening, DeadlinePolicy.DEFAULT, SellerDays.in(ROME)),
                ROME,
                """
                Sat 7 Mar 10:00: processed at once, without time to save the sale
                due Sat 7 Mar 10:00 (Central European Time)""",
                """
                sab 7 mar 10:00: eseguito subito, senza tempo per salvare la vendita
                scade sab 7 mar 10:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("TKT-31 business days in words")
    void businessDays() {
        told(
                customerSilent(CloseUnit.BUSINESS).warnings().get(0),
                ROME,
                """
                Mon 12 Jan 09:00 to Tue 13 Jan 00:00: the rest of the day does not count
                Tue 13 Jan 00:00 to Sat 17 Jan 00:00: 4 business days counted
                Sat 17 Jan 00:00 to Mon 19 Jan 00:00: stopped for the weekend
                Mon 19 Jan 00:00 to Wed 21 Jan 09:00: 3 business days counted
                due Wed 21 Jan 09:00 (Central European Time)""",
                """
                da lun 12 gen 09:00 a mar 13 gen 00:00: il resto della giornata non conta
                da mar 13 gen 00:00 a sab 17 gen 00:00: 4 giorni lavorativi contati
                da sab 17 gen 00:00 a lun 19 gen 00:00: fermo per il fine settimana
                da lun 19 gen 00:00 a mer 21 gen 09:00: 3 giorni lavorativi contati
                scade mer 21 gen 09:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("TKT-32 calendar days in words")
    void calendarDays() {
        told(
                customerSilent(CloseUnit.CALENDAR).close(),
                ROME,
                """
                Mon 12 Jan 09:00 to Tue 13 Jan 00:00: the rest of the day does not count
                Tue 13 Jan 00:00 to Sat 17 Jan 00:00: 4 business days counted
                Sat 17 Jan 00:00 to Mon 19 Jan 00:00: stopped for the weekend
                Mon 19 Jan 00:00 to Wed 21 Jan 09:00: 3 business days counted
                Wed 21 Jan 09:00 to Wed 28 Jan 09:00: 7 days counted, weekends included
                due Wed 28 Jan 09:00 (Central European Time)""",
                """
                da lun 12 gen 09:00 a mar 13 gen 00:00: il resto della giornata non conta
                da mar 13 gen 00:00 a sab 17 gen 00:00: 4 giorni lavorativi contati
                da sab 17 gen 00:00 a lun 19 gen 00:00: fermo per il fine settimana
                da lun 19 gen 00:00 a mer 21 gen 09:00: 3 giorni lavorativi contati
                da mer 21 gen 09:00 a mer 28 gen 09:00: 7 giorni contati, fine settimana compreso
                scade mer 28 gen 09:00 (Ora dell’Europa centrale)""");
    }

    @Test
    @DisplayName("TKT-29 TKT-30 a closing that moves in words")
    void closed() {
        SupportClock.Silence silence =
                SupportClock.ofSeller(Clocks.at("2026-03-02T09:00", ROME), DeadlinePolicy.DEFAULT, SellerDays.in(ROME));
        told(
                silence.close(),
                ROME,
                """
                Mon 2 Mar 09:00 to Sun 8 Mar 09:00: 144 hours counted
                Sun 8 Mar 09:00 to Mon 9 Mar 09:00: moved past the weekend
                due Mon 9 Mar 09:00 (Central European Time)""",
                """
                da lun 2 mar 09:00 a dom 8 mar 09:00: 144 ore di tempo contato
                da dom 8 mar 09:00 a lun 9 mar 09:00: rinviato oltre il fine settimana
                scade lun 9 mar 09:00 (Ora dell’Europa centrale)""");
    }
}
