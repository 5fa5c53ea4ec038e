package org.bottega.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that takes several transactions, for example because money moves between them. It is not wrapped in one unit of
 * work, an {@code Idempotency-Key} is mandatory, and the method must itself do nothing twice for one key, which it takes
 * as {@code @HeaderParam("Idempotency-Key")}. Any other POST is run, with the record of its answer, in one unit of work. A
 * PUT or DELETE may be in steps too; it needs no key, since doing it twice does no harm.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InSteps {}
