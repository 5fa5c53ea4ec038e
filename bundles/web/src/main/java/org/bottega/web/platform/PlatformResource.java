package org.bottega.web.platform;

/**
 * A class of operations of the platform itself, served as soon as its service is there. Its {@code @Path} begins with one of
 * {@link org.bottega.api.spi.ModuleInfo#RESERVED}; names of its methods are unique among all these classes, since they
 * become operation ids, {@code core.<method>}.
 */
public interface PlatformResource {}
