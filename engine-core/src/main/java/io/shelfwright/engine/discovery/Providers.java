package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The providers that {@link ServiceLoader} finds on one class loader, by class name. */
final class Providers {
    /** A loader that is broken beyond this is not worth more messages. */
    private static final int MOST_ERRORS = 100;

    private final Map<String, Provider<ShelfwrightPlugin>> found = new TreeMap<>();
    private final List<Throwable> errors = new ArrayList<>();

    private Providers() {}

    static Providers of(ClassLoader loader) {
        Providers providers = new Providers();
        try (LoaderScope scope = LoaderScope.of(loader)) {
            Iterator<Provider<ShelfwrightPlugin>> iterator =
                    ServiceLoader.load(ShelfwrightPlugin.class, loader).stream().iterator();
            while (providers.errors.size() < MOST_ERRORS && providers.next(iterator)) {
                continue;
            }
        }
        return providers;
    }

    private boolean next(Iterator<Provider<ShelfwrightPlugin>> iterator) {
        try {
            if (!iterator.hasNext()) {
                return false;
            }
            Provider<ShelfwrightPlugin> provider = iterator.next();
            found.put(provider.type().getName(), provider);
        } catch (ServiceConfigurationError | LinkageError e) {
            errors.add(e);
        }
        return true;
    }

    List<Provider<ShelfwrightPlugin>> ownedBy(Predicate<Class<?>> owns) {
        return found.values().stream()
                .filter(provider -> owns.test(provider.type()))
                .toList();
    }

    List<Throwable> errors() {
        return errors;
    }

    /** Returns the error that speaks of a class which an origin begins with, or the first; there must be one. */
    Throwable errorAbout(String origin) {
        String name = origin.contains(" ") ? origin.substring(0, origin.indexOf(' ')) : origin;
        return errors.stream()
                .filter(error -> String.valueOf(error.getMessage()).contains(name))
                .findFirst()
                .orElse(errors.get(0));
    }
}
