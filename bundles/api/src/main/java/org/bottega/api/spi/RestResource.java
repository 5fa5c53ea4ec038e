package org.bottega.api.spi;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The REST operations of one module, served below {@code /api/{tenant}/{module}}. One service per module. Every operation
 * carries {@link Permission} or {@link Anonymous}; a module with an operation that has neither is not served.
 */
@ConsumerType
public interface RestResource {

    /** Id of the module; requests are let through only for tenants that have it on. */
    String module();

    /** Singletons with JAX-RS annotations; request and answer types are records. */
    Set<Object> resources();

    /** Its pages for people who follow links from mails, served below {@code /t/{tenant}/{module}}. */
    default Set<LinkPage> pages() {
        return Set.of();
    }
}
