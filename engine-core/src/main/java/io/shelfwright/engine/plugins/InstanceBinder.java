package io.shelfwright.engine.plugins;

import com.typesafe.config.ConfigOrigin;
import io.shelfwright.engine.config.CallSettings;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.Nearest;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.ResilienceSettings;
import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PluginFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds configured instances to their factories and settings, before anything is made; collects all problems. */
public final class InstanceBinder {
    private static final Set<String> RESERVED = Set.of("name", "factory", "deadline");

    private final PluginRegistry registry;
    private final Problems problems;
    private final SettingsBinder settings;
    private final Duration creation;
    private final List<String> secrets = new ArrayList<>();

    /** Makes a binder that gives instances as long to be made as the configuration does by default. */
    public InstanceBinder(PluginRegistry registry, Path baseDirectory, Problems problems) {
        this(registry, baseDirectory, ResilienceSettings.DEFAULT.creationDeadline(), problems);
    }

    /**
     * Makes a binder.
     *
     * @param creation how long an instance may take to be made
     */
    public InstanceBinder(PluginRegistry registry, Path baseDirectory, Duration creation, Problems problems) {
        this.creation = creation;
        this.registry = registry;
        this.problems = problems;
        settings = new SettingsBinder(baseDirectory, problems);
    }

    /** An instance that can be made once there is a snapshot. */
    public record Bound<T>(
            String name,
            PluginFactory<T> factory,
            Record settings,
            Optional<Duration> deadline,
            Duration creation,
            LoadedPlugin plugin) {

        /** Makes the instance. */
        public Instance<T> create(InstanceContext context) {
            T made = Lifecycle.within(
                    plugin.loader(), creation, "making '" + name + "'", () -> factory.create(settings, context));
            return new Instance<>(name, made, new Guard(ContextLoader.of(made, plugin.loader()), deadline));
        }

        /** Says nothing of the settings, some of which may be secret. */
        @Override
        public String toString() {
            return name + " (factory " + factory.name() + ")";
        }
    }

    /** Returns the full keys of all secrets that were bound so far. */
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    public <T> List<Bound<T>> bind(PluginKind<T> kind, List<InstanceSpec> specs) {
        List<Bound<T>> bound = new ArrayList<>();
        for (InstanceSpec spec : specs) {
            bind(kind, spec).ifPresent(bound::add);
        }
        return List.copyOf(bound);
    }

    public <T> Optional<Bound<T>> bind(PluginKind<T> kind, InstanceSpec spec) {
        Optional<PluginFactory<T>> factory = registry.factory(kind, spec.factory());
        ConfigOrigin origin = spec.settings().origin();
        if (factory.isEmpty()) {
            problems.add(
                    origin,
                    spec.path(),
                    "no plugin makes a " + kind.name() + " named '" + spec.factory() + "'"
                            + Nearest.hint(
                                    spec.factory(), registry.factories(kind).keySet()));
            return Optional.empty();
        }
        for (String key : SettingsBinder.secrets(factory.get().settingsType(), spec.settings())) {
            secrets.add(spec.path() + "." + key);
        }
        Optional<CallSettings> own = settings.bind(
                CallSettings.class,
                spec.settings(),
                spec.path(),
                spec.settings().keySet());
        return settings.bind(factory.get().settingsType(), spec.settings(), spec.path(), RESERVED)
                .flatMap(record -> own.map(calls -> new Bound<>(
                        spec.name(),
                        factory.get(),
                        record,
                        calls.override(),
                        creation,
                        registry.owner(kind, spec.factory()).orElseThrow())));
    }
}
