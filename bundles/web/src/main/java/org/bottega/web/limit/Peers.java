package org.bottega.web.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.servlet.http.HttpServletRequest;

/** Who is at the other end. What proxies say of those behind them is believed only of proxies that are configured. */
public final class Peers {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final int SITE = 64;

    private final List<Network> trusted = new ArrayList<>();

    /**
     * Believes these.
     *
     * @throws IllegalArgumentException for what is neither an address nor a network
     */
    Peers(String... trustedProxies) {
        for (String text : trustedProxies) {
            for (String one : text.split("[,\\s]+")) {
                if (!one.isEmpty()) {
                    trusted.add(Network.of(one));
                }
            }
        }
    }

    /** The sender's address: the last in the chain that is no trusted proxy. */
    InetAddress address(HttpServletRequest request) {
        InetAddress address = Network.address(request.getRemoteAddr());
        List<String> chain = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(FOR))) {
            chain.addAll(List.of(header.split(",")));
        }
        for (int i = chain.size() - 1; i >= 0 && isTrusted(address); i--) {
            InetAddress before = Network.address(chain.get(i).trim());
            if (before == null) {
                return address;
            }
            address = before;
        }
        return address;
    }

    private boolean isTrusted(InetAddress address) {
        return address != null && trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** Names the sender: an IPv4 address, or the site of an IPv6 address, which is one customer's. */
    public String network(HttpServletRequest request) {
        InetAddress address = address(request);
        if (address == null) {
            return request.getRemoteAddr();
        }
        return address instanceof Inet6Address ? new Network(address, SITE).text() : address.getHostAddress();
    }

    /** Whether it came by HTTPS, to here or to a trusted proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeader(PROTO))
                        && isTrusted(Network.address(request.getRemoteAddr()));
    }

    /** Whether it comes from this very machine, and through no proxy. */
    public boolean isLocal(HttpServletRequest request) {
        InetAddress address = Network.address(request.getRemoteAddr());
        return address != null
                && address.isLoopbackAddress()
                && request.getHeader(FOR) == null
                && request.getHeader(PROTO) == null
                && request.getHeader("Forwarded") == null;
    }
}
