package io.shelfwright.sample.simulate;

import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts faults between the engine and the plugins that it believes it has. */
final class FaultyPlugins {
    /** The engine's own plugin, which cannot be given in another form; its ranker has no model that could get worse. */
    private static final String CORE = "core";

    private final Scenario scenario;
    private final long day;
    private final long seed;

    FaultyPlugins(Scenario scenario, long day, long seed) {
        this.scenario = scenario;
        this.day = day;
        this.seed = seed;
    }

    /** Returns the plugins as they are on the day, in their order; those that nothing is wrong with are the same. */
    List<ShelfwrightPlugin> of(List<ShelfwrightPlugin> plugins) {
        boolean features = scenario.has(Fault.Kind.TRANSFORM, day)
                || scenario.has(Fault.Kind.SILENT_TRANSFORM, day)
                || scenario.has(Fault.Kind.LAG, day)
                || scenario.has(Fault.Kind.NULLS, day);
        boolean rankers = scenario.has(Fault.Kind.WORSE_MODEL, day);
        List<ShelfwrightPlugin> given = new ArrayList<>();
        for (ShelfwrightPlugin plugin : plugins) {
            ShelfwrightPlugin one = plugin;
            if (features && !one.featureSets().isEmpty()) {
                one = replacing(one, "featureSets", wrapped(one.featureSets(), this::faulty));
            }
            if (rankers && !one.rankers().isEmpty() && !one.id().equals(CORE)) {
                one = replacing(one, "rankers", wrapped(one.rankers(), ranker -> new NoisyRanker(ranker, seed)));
            }
            given.add(one);
        }
        return given;
    }

    private FeatureSet faulty(FeatureSet set) {
        return new FaultyFeatures(set, scenario, day, seed);
    }

    private static <T> List<PluginFactory<T>> wrapped(List<PluginFactory<T>> factories, UnaryOperator<T> wrapper) {
        List<PluginFactory<T>> wrapped = new ArrayList<>();
        for (PluginFactory<T> factory : factories) {
            wrapped.add(wrapped(factory, factory.settingsType(), wrapper));
        }
        return wrapped;
    }

    private static <T, S extends Record> PluginFactory<T> wrapped(
            PluginFactory<T> factory, Class<S> settings, UnaryOperator<T> wrapper) {
        return PluginFactory.of(
                factory.name(),
                factory.description(),
                settings,
                (S bound, InstanceContext context) -> wrapper.apply(factory.create(bound, context)));
    }

    /** A plugin lists many kinds of factories, of which one is replaced. */
    private static ShelfwrightPlugin replacing(ShelfwrightPlugin plugin, String method, Object value) {
        return (ShelfwrightPlugin) Proxy.newProxyInstance(
                FaultyPlugins.class.getClassLoader(),
                new Class<?>[] {ShelfwrightPlugin.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return value;
                    }
                    try {
                        return called.invoke(plugin, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
