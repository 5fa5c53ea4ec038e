package org.bottega.itests.harness;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A marketplace's mail outbox, read from the database. */
public final class Mails {

    private static final Pattern RESET = Pattern.compile("reset\\?token=([A-Za-z0-9._~-]+)");

    private final Shop shop;

    public Mails(Shop shop) {
        this.shop = shop;
    }

    /** Texts of the mails about something, oldest first. */
    public List<String> about(String id) {
        return texts("about = '" + id + "'");
    }

    /** Texts of the mails about something to others than the first seller, oldest first. */
    private List<String> toBuyer(String id) {
        return texts("about = '" + id + "' AND to_address NOT LIKE '" + shop.sellerOne() + "@%'");
    }

    private List<String> texts(String where) {
        return shop.platform()
                .probe()
                .sql("SELECT body FROM core_mail WHERE tenant_id = '" + shop.tenant() + "' AND " + where
                        + " ORDER BY id");
    }

    /** The token of the first link for a new password in the mails about a user; empty while there is none. */
    String resetTokenAbout(String user) {
        return resetToken(about(user));
    }

    /** The token of the first link for a new password in the mails to an address; empty while there is none. */
    String resetTokenTo(String address) {
        return resetToken(texts("to_address = '" + address + "'"));
    }

    private static String resetToken(List<String> texts) {
        Matcher link = RESET.matcher(String.join("\n", texts));
        return link.find() ? link.group(1) : "";
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
