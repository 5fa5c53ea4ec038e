package org.bottega.itests.harness;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A marketplace's mail outbox, read from the database. */
public final class Mails {

    private final Shop shop;

    public Mails(Shop shop) {
        this.shop = shop;
    }

    /** Texts of the mails about something, oldest first. */
    public List<String> about(String id) {
        return shop.platform()
                .probe()
                .sql("SELECT body FROM core_mail WHERE tenant_id = '" + shop.tenant() + "' AND about = '" + id
                        + "' ORDER BY id");
    }

    /** Texts of the mails about something to others than the first seller, oldest first. */
    private List<String> toBuyer(String id) {
        return shop.platform()
                .probe()
                .sql("SELECT body FROM core_mail WHERE tenant_id = '" + shop.tenant() + "' AND about = '" + id
                        + "' AND to_address NOT LIKE '" + shop.sellerOne() + "@%' ORDER BY id");
    }

    /** The path of the operation behind the newest {@link #page}; empty while there is none. */
    public String link(String id, String kind) {
        return page(id, kind).replaceFirst("^/t/", "/api/");
    }

    /**
     * The path of the newest link in the buyer's mails about something, such as {@code access}: of a page for people; empty
     * while there is none.
     */
    public String page(String id, String kind) {
        Pattern link = Pattern.compile("(/t/" + shop.tenant() + "/\\w+/" + kind + "/[A-Za-z0-9._~-]+)");
        String found = "";
        for (String text : toBuyer(id)) {
            Matcher matcher = link.matcher(text);
            while (matcher.find()) {
                found = matcher.group(1);
            }
        }
        return found;
    }
}
