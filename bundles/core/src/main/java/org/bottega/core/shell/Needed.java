package org.bottega.core.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An option that must be given. Karaf's own {@code required} would ask for it before the argument. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Needed {}
