package io.shelfwright.spi;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes configured instances of one kind of plugin under a name that the configuration uses.
 *
 * @param <T> the kind
 */
public final class PluginFactory<T> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String name;
    private final String description;
    private final Class<? extends Record> settingsType;
    private final BiFunction<Record, InstanceContext, ? extends T> constructor;

    private PluginFactory(
            String name,
            String description,
            Class<? extends Record> settingsType,
            BiFunction<Record, InstanceContext, ? extends T> constructor) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "factory name '" + name + "' is not a name: use lower-case words joined by '-'");
        }
        this.name = name;
        this.description = description;
        this.settingsType = settingsType;
        this.constructor = constructor;
    }

    /**
     * Returns a factory whose instances are configured by a record; see {@link Setting}.
     *
     * @param description one sentence for the configuration reference
     * @param settingsType record whose components all carry {@link Setting}
     * @param constructor makes an instance from bound, validated settings
     */
    public static <T, S extends Record> PluginFactory<T> of(
            String name,
            String description,
            Class<S> settingsType,
            BiFunction<? super S, InstanceContext, ? extends T> constructor) {
        return new PluginFactory<>(
                name,
                description,
                settingsType,
                (settings, context) -> constructor.apply(settingsType.cast(settings), context));
    }

    /** Returns a factory whose instances have no settings. */
    public static <T> PluginFactory<T> of(
            String name, String description, Function<InstanceContext, ? extends T> constructor) {
        return new PluginFactory<>(name, description, NoSettings.class, (none, context) -> constructor.apply(context));
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public Class<? extends Record> settingsType() {
        return settingsType;
    }

    /**
     * Makes an instance.
     *
     * @param settings of {@link #settingsType()}, bound and validated by the engine
     */
    public T create(Record settings, InstanceContext context) {
        return constructor.apply(settings, context);
    }

    @Override
    public String toString() {
        return name;
    }
}
