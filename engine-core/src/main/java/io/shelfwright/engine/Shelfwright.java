package io.shelfwright.engine;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.PluginSettings.Watch;
import io.shelfwright.engine.discovery.ClassPathPluginSource;
import io.shelfwright.engine.discovery.DirectoryPluginSource;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.PluginSource;
import io.shelfwright.engine.discovery.SharedPackages;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.reload.PluginWatch;
import io.shelfwright.engine.reload.SnapshotWatch;
import io.shelfwright.engine.reload.Upkeep;
import io.shelfwright.engine.snapshots.SnapshotCheck;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a host starts: makes a {@link HomeEngine} from a configuration file, or with a builder.
 *
 * <pre>{@code
 * try (HomeEngine engine = Shelfwright.fromConfig(Path.of("home.conf"))) {
 *     HomePage page = engine.home(HomeRequest.forUser("u42").market("SE").build());
 *     engine.record(Feedback.hide("u42", page.shelves().get(0).cards().get(2)));
 * }
 * }</pre>
 */
public final class Shelfwright {
    private Shelfwright() {}

    /**
     * Returns an engine with the plugins of the class path and of the configured plugin directory.
     *
     * @throws io.shelfwright.api.ConfigException with every problem of the configuration
     * @throws io.shelfwright.api.SnapshotException if there is no snapshot, or it is damaged
     * @throws io.shelfwright.api.PluginException if a plugin cannot be loaded or made
     */
    public static HomeEngine fromConfig(Path file) {
        return builder(ConfigReader.read(file)).build();
    }

    public static Builder builder(EngineConfig config) {
        return new Builder(config);
    }

    /** Everything that can be given in code; not thread-safe. */
    public static final class Builder {
        private final EngineConfig config;
        private final List<PluginSource> sources = new ArrayList<>();
        private @Nullable Collection<? extends ShelfwrightPlugin> plugins;
        private @Nullable ClassLoader host;
        private @Nullable Boolean watch;
        private @Nullable Boolean watchSnapshots;
        private InstantSource clock = InstantSource.system();
        private LongSupplier nanos = System::nanoTime;
        private Metrics metrics = Metrics.NONE;
        private @Nullable UserStateStore users;
        private final List<Path> directories = new ArrayList<>();
        private final List<ExperienceSink> sinks = new ArrayList<>();

        private Builder(EngineConfig config) {
            this.config = config;
        }

        /**
         * Gives the plugins instead of finding them on the class path; the engine's own, and those of the plugin directory,
         * are added.
         */
        public Builder plugins(Collection<? extends ShelfwrightPlugin> value) {
            plugins = value;
            return this;
        }

        /** Adds a source of plugins to the class path and the configured directory; the engine closes it. */
        public Builder pluginSource(PluginSource value) {
            sources.add(value);
            return this;
        }

        /** Adds a directory of plugins to the configured one; one that is given twice, under whatever name, is read once. */
        public Builder pluginDirectory(Path value) {
            directories.add(value);
            return this;
        }

        /** Says whether plugin directories are watched, whatever the configuration says. */
        public Builder watchPlugins(boolean value) {
            watch = value;
            return this;
        }

        /** Says whether the directory of snapshots is watched, whatever the configuration says. */
        public Builder watchSnapshots(boolean value) {
            watchSnapshots = value;
            return this;
        }

        /** Gives the loader of the plugins on the class path and of shared packages, instead of the thread's. */
        public Builder hostClassLoader(ClassLoader value) {
            host = value;
            return this;
        }

        /** Gives the clock; it is read once per request, for those without a time. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** Gives the elapsed time that breakers go by; tests turn it instead of waiting. */
        Builder nanos(LongSupplier value) {
            nanos = value;
            return this;
        }

        /** Gives where times and counts go, such as a {@code MicrometerMetrics}. */
        public Builder metrics(Metrics value) {
            metrics = value;
            return this;
        }

        /** Gives the host's own store instead of the configured one; the engine closes it. */
        public Builder userStateStore(UserStateStore value) {
            users = value;
            return this;
        }

        /** Adds a sink to the configured ones; the engine closes it. */
        public Builder experienceSink(ExperienceSink value) {
            sinks.add(value);
            return this;
        }

        /**
         * Builds the engine: everything is loaded and checked when this returns.
         *
         * @throws io.shelfwright.api.ShelfwrightException as {@link Shelfwright#fromConfig}
         */
        public HomeEngine build() {
            EngineResources resources = new EngineResources();
            try {
                EngineParts parts = EngineParts.open(
                        config,
                        supply(),
                        clock,
                        nanos,
                        metrics,
                        Optional.ofNullable(users),
                        List.copyOf(sinks),
                        resources);
                DefaultHomeEngine engine = Guice.createInjector(Stage.PRODUCTION, new EngineModule(parts))
                        .getInstance(DefaultHomeEngine.class);
                if (watch == null ? config.plugins().watch() == Watch.ON : watch) {
                    watch(engine, parts.upkeep());
                }
                if (watchSnapshots == null ? config.snapshots().watch() == Watch.ON : watchSnapshots) {
                    watchSnapshots(engine, parts);
                }
                return engine;
            } catch (RuntimeException e) {
                resources.close();
                throw e;
            }
        }

        private void watch(HomeEngine engine, Upkeep upkeep) {
            upkeep.every(
                    config.plugins().watchInterval(),
                    new PluginWatch(
                            directories(),
                            config.plugins().quietPeriod(),
                            id -> id.map(engine::reloadPlugin).orElseGet(engine::reloadPlugins),
                            System::nanoTime)::look);
        }

        private void watchSnapshots(DefaultHomeEngine engine, EngineParts parts) {
            SnapshotStore snapshots =
                    new SnapshotStore(config.storage().settings().snapshots(), clock);
            SnapshotWatch watch = new SnapshotWatch(snapshots::current, engine::snapshot, engine::refresh, metrics);
            parts.upkeep().every(config.snapshots().watchInterval(), () -> {
                watch.look();
                engine.lookForCandidate();
            });
        }

        /**
         * Returns what checks a snapshot before it is published for engines like this one: it makes an instance of everything from it
         * and builds pages for a few made-up users, who play what is most popular.
         *
         * <p>Give it to {@link SnapshotStore#checkedBy}. It loads the plugins anew at each publication, and can be used for several.
         */
        public SnapshotCheck doorman() {
            return new Doorman(config, this::supply, clock, nanos);
        }

        /** Returns the configured directory and those that were added, each once. */
        private List<Path> directories() {
            Map<Path, Path> each = new LinkedHashMap<>();
            each.put(real(config.plugins().directory()), config.plugins().directory());
            for (Path directory : directories) {
                each.putIfAbsent(real(directory), directory);
            }
            return List.copyOf(each.values());
        }

        private static Path real(Path directory) {
            try {
                return directory.toRealPath();
            } catch (IOException e) {
                // One that is not there yet may come, and is then watched.
                return directory.toAbsolutePath().normalize();
            }
        }

        private PluginSupply supply() {
            ClassLoader loader = host;
            if (loader == null) {
                ClassLoader context = Thread.currentThread().getContextClassLoader();
                loader = context == null ? Shelfwright.class.getClassLoader() : context;
            }
            SharedPackages shared = SharedPackages.with(config.plugins().sharedPackages());
            List<LoadedPlugin> given = new ArrayList<>();
            List<PluginSource> all = new ArrayList<>();
            if (plugins == null) {
                all.add(new ClassPathPluginSource(loader));
            } else {
                plugins.forEach(plugin -> given.add(LoadedPlugin.ofHost(plugin)));
                if (plugins.stream().noneMatch(CorePlugin.class::isInstance)) {
                    given.add(LoadedPlugin.ofHost(new CorePlugin()));
                }
            }
            for (Path directory : directories()) {
                all.add(DirectoryPluginSource.of(directory, shared, loader));
            }
            all.addAll(sources);
            return new PluginSupply(given, all);
        }
    }
}
