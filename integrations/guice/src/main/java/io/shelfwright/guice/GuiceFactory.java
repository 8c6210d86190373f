package io.shelfwright.guice;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.shelfwright.api.PluginException;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PluginFactory;
import java.util.function.BiFunction;

/**
 * Makes plugin factories whose instances are wired by Guice.
 *
 * <p>Every instance gets an injector of its own, with no parent: two instances of one factory share nothing, and nothing keeps
 * an instance that the engine has let go of. Injectors are made with {@code Stage.PRODUCTION}, explicit bindings,
 * {@code @Inject} on constructors and no circular proxies, so that a mistake in the wiring shows when the instance is made.
 *
 * <p>What a module finds bound beside its own bindings:
 *
 * <ul>
 *   <li>the settings record, under its own class, and {@link InstanceContext};
 *   <li>{@link java.time.InstantSource}, the engine's clock;
 *   <li>{@link io.shelfwright.spi.Catalog} and {@link io.shelfwright.spi.FeatureSchema}, for kinds that are made with a snapshot.
 * </ul>
 *
 * <pre>{@code
 * List<PluginFactory<CandidateGenerator>> factories = List.of(GuiceFactory.of(
 *         "fresh-finds",
 *         "Proposes the newest items.",
 *         FreshSettings.class,
 *         FreshFinds.class,
 *         (settings, context) -> binder -> {
 *             binder.bind(FreshFinds.class);
 *             binder.bind(NewestFirst.class).in(Singleton.class);
 *         }));
 * }</pre>
 *
 * <p>The engine closes the instance, not the injector: what the instance opened through the injector, it closes itself. On the
 * module path, open the package of injected classes to {@code com.google.guice}.
 */
public final class GuiceFactory {
    private GuiceFactory() {}

    /**
     * Returns a factory with settings.
     *
     * @param name of the factory, as {@link PluginFactory}
     * @param settings record whose components carry {@link io.shelfwright.spi.Setting}
     * @param root class of the instances; the module binds it
     * @param module makes the module of one instance
     * @param <T> what is made
     * @param <S> its settings
     */
    public static <T, S extends Record> PluginFactory<T> of(
            String name,
            String description,
            Class<S> settings,
            Class<? extends T> root,
            BiFunction<? super S, ? super InstanceContext, ? extends Module> module) {
        return of(name, description, settings, Key.get(root), module);
    }

    /**
     * Returns a factory with settings, whose instances are found by a key.
     *
     * @param name of the factory, as {@link PluginFactory}
     * @param settings record whose components carry {@link io.shelfwright.spi.Setting}
     * @param root key of the instances; the module binds it
     * @param module makes the module of one instance
     * @param <T> what is made
     * @param <S> its settings
     */
    public static <T, S extends Record> PluginFactory<T> of(
            String name,
            String description,
            Class<S> settings,
            Key<? extends T> root,
            BiFunction<? super S, ? super InstanceContext, ? extends Module> module) {
        return PluginFactory.of(name, description, settings, (given, context) -> {
            HostModule host = new HostModule(context, settings, given);
            return instance(root, host, module.apply(given, context));
        });
    }

    private static <T> T instance(Key<? extends T> root, Module host, Module own) {
        try {
            Injector injector = Guice.createInjector(Stage.PRODUCTION, host, own);
            return injector.getInstance(root);
        } catch (CreationException | ProvisionException e) {
            throw unwrapped(e);
        }
    }

    /** The engine treats a {@link PluginException}, such as that of a ranker without a model, unlike a mistake in the wiring. */
    private static RuntimeException unwrapped(RuntimeException wrapped) {
        for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PluginException own) {
                return own;
            }
        }
        return wrapped;
    }
}
