package org.bottega.webhooks;

import java.util.List;
import java.util.Objects;

/**
 * What the owner of an endpoint says of it.
 *
 * @param url where events are sent
 * @param events names of event types, {@code <module>.*} for all of a module, {@code *} for all
 * @param contact the address that is told when the endpoint is disabled for failing
 * @param description for people, or null
 */
public record Target(String url, List<String> events, String contact, String description) {

    /** Stands for all types of events. */
    public static final String ALL = "*";

    private static final String OF_MODULE = ".*";

    public Target {
        Objects.requireNonNull(url);
        Objects.requireNonNull(contact);
        events = List.copyOf(events);
    }

    /** Whether events of this type are wanted. */
    public boolean wants(String type) {
        return events.contains(ALL) || events.contains(type) || events.contains(module(type) + OF_MODULE);
    }

    /** The module that a type of events belongs to. */
    public static String module(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** Whether the name stands for several types, and the type is one of them. */
    static boolean covers(String name, String type) {
        return ALL.equals(name) || name.equals(module(type) + OF_MODULE);
    }
}
