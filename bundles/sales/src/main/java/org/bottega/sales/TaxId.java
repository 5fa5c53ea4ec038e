package org.bottega.sales;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bottega.api.Problem;

/**
 * Tax ids of buyers, such as CPF and CNPJ (ACC-10, ACC-11). They are compared by letters and digits alone, whatever their
 * case. Check digits are looked at only in what is punctuated as a CPF or CNPJ: bare digits may be another country's.
 */
public final class TaxId {

    private static final int LONGEST = 40;
    private static final int SHORTEST_KEY = 5;
    private static final int LONGEST_KEY = 20;
    private static final int CHECK_DIGITS = 2;
    private static final int CPF_TOP = 11;
    private static final int CNPJ_TOP = 9;

    private static final Pattern CPF = Pattern.compile("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}");
    private static final Pattern CNPJ = Pattern.compile("\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]");

    private TaxId() {}

    /** By what it is compared, or null when there is nothing to compare. */
    public static String key(String taxId) {
        if (taxId == null) {
            return null;
        }
        String key = PUNCTUATION.matcher(taxId).replaceAll("").toUpperCase(Locale.ROOT);
        return key.isEmpty() ? null : key;
    }

    /**
     * A tax id as it is kept.
     *
     * @throws Problem 400 {@code field-missing}, {@code tax-id-invalid} and what {@link Check#text} refuses
     */
    public static String check(String field, String value) {
        String taxId = Check.text(field, value, LONGEST);
        String key = key(taxId);
        if (key == null || key.length() < SHORTEST_KEY || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    "tax-id-invalid", field, SHORTEST_KEY + " to " + LONGEST_KEY + " letters and digits are expected");
        }
        boolean wrong = CPF.matcher(taxId).matches() && !isProven(key, CPF_TOP)
                || CNPJ.matcher(taxId).matches() && !isProven(key, CNPJ_TOP);
        if (wrong) {
            throw Problem.invalid("tax-id-invalid", field, "its check digits do not fit; look for a mistyped one");
        }
        return taxId;
    }

    /** Weights run from 2 at the last digit upwards to {@code top} and begin again at 2; the remainder by 11 tells. */
    private static boolean isProven(String digits, int top) {
        if (digits.chars().distinct().count() == 1) {
            return false;
        }
        for (int at = digits.length() - CHECK_DIGITS; at < digits.length(); at++) {
            int sum = 0;
            int weight = 2;
            for (int i = at - 1; i >= 0; i--) {
                sum += weight * (digits.charAt(i) - '0');
                weight = weight == top ? 2 : weight + 1;
            }
            int rest = sum % 11;
            int expected = rest < 2 ? 0 : 11 - rest;
            if (digits.charAt(at) - '0' != expected) {
                return false;
            }
        }
        return true;
    }
}
