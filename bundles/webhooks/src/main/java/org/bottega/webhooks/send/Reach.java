package org.bottega.webhooks.send;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses may be reached: public ones, and those that the operator allows. Refused are loopback, private, shared
 * (CGNAT), link-local (cloud metadata among it), documentation, benchmark, multicast and reserved ones, IPv6 outside of what
 * is assigned to the public, and IPv6 that carries an IPv4 address within (mapped, 6to4, Teredo, NAT64).
 */
final class Reach {

    /** IANA's special-purpose IPv4 networks. */
    private static final List<Network> CLOSED = networks(
            "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,"
                    + "192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/3,"
                    + "2001::/23,2001:db8::/32,2002::/16,3fff::/20");

    private static final Network PUBLIC_V6 = Network.of("2000::/3");
    private static final int MAPPED = 12;

    private final List<Network> allowed;

    /** With these networks, separated by commas, allowed too. */
    Reach(String allowed) {
        this.allowed = networks(allowed);
    }

    private static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Network::of)
                .toList();
    }

    boolean allows(InetAddress given) {
        InetAddress address = unmapped(given);
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        return CLOSED.stream().noneMatch(network -> network.contains(address))
                && (!(address instanceof Inet6Address) || PUBLIC_V6.contains(address));
    }

    /** An IPv4 address in IPv6 clothes ({@code ::ffff:a.b.c.d}) is what it is. */
    private static InetAddress unmapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean mapped = bytes.length > MAPPED && bytes[MAPPED - 1] == -1 && bytes[MAPPED - 2] == -1;
        for (int i = 0; mapped && i < MAPPED - 2; i++) {
            mapped = bytes[i] == 0;
        }
        try {
            return mapped ? InetAddress.getByAddress(Arrays.copyOfRange(bytes, MAPPED, bytes.length)) : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
