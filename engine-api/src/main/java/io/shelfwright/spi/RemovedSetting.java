package io.shelfwright.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a key that a settings record had once; a configuration that still has it is refused, and told what to do.
 *
 * <p>For a key that was only renamed, {@link Setting#legacyName()} is kinder.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RemovedSetting.All.class)
public @interface RemovedSetting {
    /** The key, in kebab case. */
    String value();

    /** What to do instead, as a clause after a semicolon, such as {@code use 'limit' instead}. */
    String advice();

    /** All removed keys of a record. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        RemovedSetting[] value();
    }
}
