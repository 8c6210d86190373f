package io.shelfwright.testkit;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The factories of a plugin by kind, whatever kinds there are: a kind is named as its method, such as {@code scoreRules}. */
final class FactoriesOfAPlugin {
    /** Kinds that are made before there is a snapshot. */
    private static final Set<String> EARLY = Set.of("catalogSources", "userStateStores", "experienceSinks");

    private static final Set<String> WITHOUT_SCHEMA = Set.of("featureSets");

    private FactoriesOfAPlugin() {}

    static boolean isMadeBeforeTheCatalog(String kind) {
        return EARLY.contains(kind);
    }

    static boolean isMadeBeforeTheSchema(String kind) {
        return WITHOUT_SCHEMA.contains(kind);
    }

    static Map<String, List<PluginFactory<?>>> byKind(ShelfwrightPlugin plugin) {
        Map<String, List<PluginFactory<?>>> kinds = new TreeMap<>();
        for (Method method : ShelfwrightPlugin.class.getMethods()) {
            if (method.getReturnType() == List.class && method.getParameterCount() == 0) {
                kinds.put(method.getName(), factories(method, plugin));
            }
        }
        return kinds;
    }

    private static List<PluginFactory<?>> factories(Method method, ShelfwrightPlugin plugin) {
        List<PluginFactory<?>> factories = new ArrayList<>();
        try {
            for (Object factory : (List<?>) method.invoke(plugin)) {
                factories.add((PluginFactory<?>) factory);
            }
        } catch (InvocationTargetException e) {
            throw new AssertionError(method.getName() + "() of the plugin failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the methods of ShelfwrightPlugin are public", e);
        }
        return factories;
    }
}
