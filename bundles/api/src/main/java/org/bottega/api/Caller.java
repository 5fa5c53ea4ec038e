package org.bottega.api;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * On whose behalf code runs: bound at an edge (HTTP, event delivery, due work, console) through {@link Callers#as} and
 * read everywhere else.
 *
 * @param tenant slug of the tenant, or null for the operator's work on the platform itself, which reaches no tenant's rows
 * @param kind what sort of caller
 * @param id stable id within the kind: client id, staff or buyer id, listener id, console user
 * @param seller id of the one seller this caller is confined to, or null when it may reach all sellers of the tenant
 * @param email for a {@link Kind#BUYER} the proved address, by which his own rows are found; null for all others
 * @param permissions names such as {@code sales:read}; ignored for {@link Kind#SYSTEM} and {@link Kind#OPERATOR}
 * @param request id of the request or delivery, written to log, audit and events
 */
public record Caller(
        String tenant, Kind kind, String id, String seller, String email, Set<String> permissions, String request) {

    /** Sorts of callers. */
    public enum Kind {
        /** A program of the tenant or of a seller, authenticated by client id and secret. */
        CLIENT,
        /** A person working for the tenant or for a seller. */
        STAFF,
        /** A buyer, who reaches only own rows. */
        BUYER,
        /** Nobody yet: a public operation that carries its own proof, such as a signed link. */
        ANONYMOUS,
        /** The platform itself: event delivery and due work. */
        SYSTEM,
        /** The person who runs the platform, at the console. */
        OPERATOR
    }

    public Caller {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        permissions = Set.copyOf(permissions);
        if ((kind == Kind.BUYER) != (email != null)) {
            throw new IllegalArgumentException("a buyer, and nobody else, is known by address");
        }
    }

    /** A buyer, who reaches only rows that carry his address. */
    public static Caller buyer(String tenant, String id, String email, Set<String> permissions, String request) {
        return new Caller(Objects.requireNonNull(tenant), Kind.BUYER, id, null, email, permissions, request);
    }

    /** The platform acting for a tenant. {@code what} names the listener or due work. */
    public static Caller system(String tenant, String what, String request) {
        return new Caller(Objects.requireNonNull(tenant), Kind.SYSTEM, what, null, null, Set.of(), request);
    }

    /** The operator acting inside one tenant, or on the platform itself when {@code tenant} is null. */
    public static Caller operator(String tenant, String user) {
        return new Caller(tenant, Kind.OPERATOR, user, null, null, Set.of(), "console");
    }

    /** Somebody unknown at a public operation of a tenant. */
    public static Caller anonymous(String tenant, String request) {
        return new Caller(Objects.requireNonNull(tenant), Kind.ANONYMOUS, "anonymous", null, null, Set.of(), request);
    }

    /** Whether this caller may do what {@code permission} names. */
    public boolean may(String permission) {
        return kind == Kind.SYSTEM || kind == Kind.OPERATOR || permissions.contains(permission);
    }

    /** The seller this caller is confined to, if any. */
    public Optional<String> confinedTo() {
        return Optional.ofNullable(seller);
    }
}
