package org.bottega.webhooks.send;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What names of hosts stand for. */
@FunctionalInterface
public interface Names {

    /** All addresses of a host, which may be given by a name or by an address. */
    InetAddress[] lookUp(String host) throws UnknownHostException;
}
