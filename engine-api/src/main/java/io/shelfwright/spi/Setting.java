package io.shelfwright.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record; the engine binds it from the configuration and checks it.
 *
 * <p>The key is the component's name in kebab case: {@code halfLifeDays} is read from {@code half-life-days}. Types that
 * can be bound: {@code boolean}, {@code int}, {@code long}, {@code double}, {@code String}, {@link java.time.Duration}
 * (such as {@code 30s}, {@code 14d}), {@link java.nio.file.Path} (relative to the configuration file), enums (lower-case
 * words joined by {@code -}), {@code List<String>}, and {@code Map<String, Double>}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** One sentence for the configuration reference, with the unit. */
    String value();

    /** Default as it would be written in the configuration; {@link #REQUIRED} when there is none. */
    String defaultValue() default REQUIRED;

    /** Smallest allowed number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest allowed number. */
    double max() default Double.POSITIVE_INFINITY;

    /**
     * Whether the value is a password, a token or the like: it is in no message, no dump, no reference and not in the
     * configuration's hash. Give it from outside the file, such as {@code token = ${ACME_TOKEN}}.
     */
    boolean secret() default false;

    /**
     * An earlier key of this setting, in kebab case. It still works, with a warning that names the new key; both at once are
     * refused. Empty where there was none.
     */
    String legacyName() default "";

    /** Marks a setting that has no default. */
    String REQUIRED = "\u0000required";
}
