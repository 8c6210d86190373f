package io.shelfwright.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which values of a trainer's setting a search may try; beside {@link Setting} on a record's component.
 *
 * <p>A number has a range from {@code min} to {@code max}, both included, within the bounds of its {@code Setting}; any other
 * type lists {@code values}. Settings without this annotation are never searched.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tunable {
    /** Smallest number to try. */
    double min() default Double.NaN;

    /** Largest number to try. */
    double max() default Double.NaN;

    /** Whether factors matter rather than differences: the logarithm is drawn evenly then, and {@code min} is above 0. */
    boolean logarithmic() default false;

    /** Values to try as they would be written in the configuration, drawn alike; empty where there is a range. */
    String[] values() default {};
}
