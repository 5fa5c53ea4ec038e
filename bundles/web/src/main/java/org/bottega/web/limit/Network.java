package org.bottega.web.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that share a beginning.
 *
 * @param bits how much of it they share
 */
record Network(InetAddress address, int bits) {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern V6 =
            Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:%[\\w.]+)?(?:](?::\\d{1,5})?)?");

    static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        int all = address == null ? 0 : address.getAddress().length * Byte.SIZE;
        String length = slash < 0 ? String.valueOf(all) : text.substring(slash + 1);
        if (address == null || !length.matches("\\d{1,3}") || Integer.parseInt(length) > all) {
            throw new IllegalArgumentException(text + " is neither an address nor a network such as 10.0.0.0/8");
        }
        return new Network(address, Integer.parseInt(length));
    }

    /** Reads an address, with or without a port; null when it is none. No name is ever looked up. */
    static InetAddress address(String text) {
        if (text == null) {
            return null;
        }
        Matcher v4 = V4.matcher(text);
        Matcher v6 = V6.matcher(text);
        String literal = v4.matches() ? v4.group(1) : v6.matches() ? v6.group(1) : null;
        try {
            return literal == null ? null : InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((own[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** What they share, for whole bytes. */
    String text() {
        return HexFormat.of().formatHex(address.getAddress(), 0, bits / Byte.SIZE);
    }
}
