package org.bottega.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * The stable, published name of an event type, such as {@code sales.PurchaseApproved}. It outlives class renames. The
 * bundle's manifest tells it as a capability {@value #NAMESPACE}, so that all types of a running platform can be listed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Capability(namespace = EventType.NAMESPACE)
public @interface EventType {

    /** Namespace of the capability, and of its attribute that holds the name. */
    String NAMESPACE = "org.bottega.event";

    @Attribute(EventType.NAMESPACE)
    String value();
}
