package org.bottega.core.user;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.platform.Users.Kind;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_reset_link}. The id of a row is the hash of the token in the link; an account has one at most. */
final class ResetLinkRows extends Rows {

    /**
     * What a link is for.
     *
     * @param newAccount whether it makes a buyer's account when there is none
     * @param name of the new buyer, or null
     * @param locale of the new buyer, or null
     */
    record Link(Kind kind, String email, boolean newAccount, String name, Locale locale, Instant expiresAt) {}

    ResetLinkRows(Store store) {
        super(store);
    }

    Optional<Link> find(String hash) {
        return query(
                        "select kind, email, new_account, name, locale, expires_at from core_reset_link"
                                + " where tenant_id = ? and id = ?",
                        ResetLinkRows::link,
                        tenant(),
                        hash)
                .stream()
                .findFirst();
    }

    void add(String hash, Link link) {
        update(
                "insert into core_reset_link (tenant_id, id, kind, email, email_key, new_account, name, locale,"
                        + " expires_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                hash,
                link.kind().name(),
                link.email(),
                UserRows.key(link.email()),
                link.newAccount(),
                link.name(),
                link.locale() == null ? null : link.locale().toLanguageTag(),
                link.expiresAt(),
                link.expiresAt());
    }

    boolean remove(String hash) {
        return update("delete from core_reset_link where tenant_id = ? and id = ?", tenant(), hash) > 0;
    }

    /** Removes the link of an account. */
    void removeOf(Kind kind, String email) {
        update(
                "delete from core_reset_link where tenant_id = ? and kind = ? and email_key = ?",
                tenant(),
                kind.name(),
                UserRows.key(email));
    }

    void removeExpired(String hash, Instant now) {
        update("delete from core_reset_link where tenant_id = ? and id = ? and expires_at <= ?", tenant(), hash, now);
    }

    private static Link link(Row row) {
        String locale = row.string(5);
        return new Link(
                Kind.valueOf(row.string(1)),
                row.string(2),
                row.flag(3),
                row.string(4),
                locale == null ? null : Locale.forLanguageTag(locale),
                row.instant(6));
    }
}
