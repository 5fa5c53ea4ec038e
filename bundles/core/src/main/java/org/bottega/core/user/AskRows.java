package org.bottega.core.user;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_reset_ask}. The id of a row is the keyed hash of the address. */
final class AskRows extends Rows {

    /**
     * A request for a mail.
     *
     * @param email to be mailed to, or null once that is done
     */
    record Asked(Instant at, boolean registers, String email, String name, Locale locale) {}

    AskRows(Store store) {
        super(store);
    }

    /** The request, locked to the end of the unit of work. */
    Optional<Asked> lock(String id) {
        update("update core_reset_ask set due_error = null where tenant_id = ? and id = ?", tenant(), id);
        return query(
                        "select asked_at, registers, email, name, locale from core_reset_ask"
                                + " where tenant_id = ? and id = ?",
                        AskRows::asked,
                        tenant(),
                        id)
                .stream()
                .findFirst();
    }

    void write(String id, Asked a) {
        remove(id);
        update(
                "insert into core_reset_ask (tenant_id, id, asked_at, registers, email, name, locale, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                id,
                a.at(),
                a.registers(),
                a.email(),
                a.name(),
                a.locale() == null ? null : a.locale().toLanguageTag(),
                a.at());
    }

    /** Forgets whom it was about; only when is kept. */
    void done(String id, Instant dueAt) {
        update(
                "update core_reset_ask set email = null, name = null, locale = null, due_at = ?"
                        + " where tenant_id = ? and id = ?",
                dueAt,
                tenant(),
                id);
    }

    void remove(String id) {
        update("delete from core_reset_ask where tenant_id = ? and id = ?", tenant(), id);
    }

    private static Asked asked(Row row) {
        String locale = row.string(5);
        return new Asked(
                row.instant(1),
                row.flag(2),
                row.string(3),
                row.string(4),
                locale == null ? null : Locale.forLanguageTag(locale));
    }
}
