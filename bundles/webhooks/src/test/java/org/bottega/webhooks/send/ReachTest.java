package org.bottega.webhooks.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private final Reach reach = new Reach("");

    @ParameterizedTest
    @DisplayName("private, local and reserved addresses are refused, in every clothing")
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "2130706433",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refused(String address) throws UnknownHostException {
        assertFalse(reach.allows(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @DisplayName("public ones are let pass, right beside the refused ones")
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void allowed(String address) throws UnknownHostException {
        assertTrue(reach.allows(InetAddress.getByName(address)));
    }

    @Test
    @DisplayName("an IPv4 address in IPv6 clothes that Java left on is what it is")
    void mapped() throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        bytes[12] = 10;
        assertFalse(reach.allows(Inet6Address.getByAddress(null, bytes, -1)));
        bytes[12] = 9;
        assertTrue(reach.allows(Inet6Address.getByAddress(null, bytes, -1)));
    }

    @Test
    @DisplayName("the operator allows networks to their edges, and nothing beside them")
    void operator() throws UnknownHostException {
        Reach more = new Reach("10.1.0.0/16, ::1");
        assertTrue(more.allows(InetAddress.getByName("10.1.0.0")));
        assertTrue(more.allows(InetAddress.getByName("10.1.255.255")));
        assertTrue(more.allows(InetAddress.getByName("::1")));
        assertTrue(more.allows(InetAddress.getByName("::ffff:10.1.0.7")));
        assertFalse(more.allows(InetAddress.getByName("10.0.255.255")));
        assertFalse(more.allows(InetAddress.getByName("10.2.0.0")));
        assertFalse(more.allows(InetAddress.getByName("127.0.0.1")));
    }

    @ParameterizedTest
    @DisplayName("what is no network is told at once")
    @ValueSource(strings = {"example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::1/129", "300.0.0.1"})
    void nonsense(String networks) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Reach(networks))
                .getMessage()
                .contains(networks));
    }

    @Test
    @DisplayName("all addresses of a host must be good, and each is looked up anew")
    void doorman() throws Exception {
        InetAddress good = InetAddress.getByName("9.9.9.9");
        InetAddress bad = InetAddress.getByName("10.0.0.1");
        Doorman mixed = new Doorman("", false, 1000, host -> new InetAddress[] {good, bad});
        assertThrows(Refused.class, () -> mixed.admit("both.example"));
        Doorman empty = new Doorman("", false, 1000, host -> {
            throw new UnknownHostException(host);
        });
        assertThrows(UnknownHostException.class, () -> empty.admit("none.example"));
        Doorman fine = new Doorman("", false, 1000, host -> new InetAddress[] {good});
        assertEquals(good, fine.admit("good.example").get(0));
    }
}
