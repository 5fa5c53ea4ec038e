package org.bottega.sales.refund;

import java.util.Locale;

/** Why a buyer wants his money back. */
public enum RefundReason {
    NOT_AS_DESCRIBED("Not as described", "Non conforme alla descrizione"),
    NO_ACCESS("I cannot reach it", "Non riesco ad accedere"),
    TECHNICAL_PROBLEM("It does not work", "Non funziona"),
    NOT_SATISFIED("I am not satisfied", "Non sono soddisfatto"),
    CHANGED_MIND("I changed my mind", "Ho cambiato idea"),
    BOUGHT_BY_MISTAKE("Bought by mistake", "Acquistato per errore"),
    BOUGHT_TWICE("Bought twice", "Acquistato due volte"),
    NOT_MY_PURCHASE("I did not buy this", "Non l'ho acquistato io"),
    /** Something else: a remark is needed. */
    OTHER("Something else", "Altro");

    private final String english;
    private final String italian;

    RefundReason(String english, String italian) {
        this.english = english;
        this.italian = italian;
    }

    /** For people; in English where their language is not known. */
    public String label(Locale locale) {
        return "it".equals(locale.getLanguage()) ? italian : english;
    }
}
