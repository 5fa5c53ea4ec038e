package org.bottega.core.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An argument that takes all words that are no options, not only the first. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface ManyWords {}
