package io.shelfwright.engine;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
     * Returns an engine with the plugins of the class path.
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
        private @Nullable Collection<? extends ShelfwrightPlugin> plugins;
        private InstantSource clock = InstantSource.system();
        private LongSupplier nanos = System::nanoTime;
        private Metrics metrics = Metrics.NONE;
        private @Nullable UserStateStore users;
        private final List<ExperienceSink> sinks = new ArrayList<>();

        private Builder(EngineConfig config) {
            this.config = config;
        }

        /** Gives the plugins instead of finding them on the class path; the engine's own are added. */
        public Builder plugins(Collection<? extends ShelfwrightPlugin> value) {
            plugins = value;
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
                        registry(),
                        clock,
                        nanos,
                        metrics,
                        Optional.ofNullable(users),
                        List.copyOf(sinks),
                        resources);
                return Guice.createInjector(Stage.PRODUCTION, new EngineModule(parts))
                        .getInstance(HomeEngine.class);
            } catch (RuntimeException e) {
                resources.close();
                throw e;
            }
        }

        private PluginRegistry registry() {
            if (plugins == null) {
                ClassLoader context = Thread.currentThread().getContextClassLoader();
                return PluginRegistry.discover(context == null ? Shelfwright.class.getClassLoader() : context);
            }
            List<ShelfwrightPlugin> all = new ArrayList<>(plugins);
            if (all.stream().noneMatch(CorePlugin.class::isInstance)) {
                all.add(new CorePlugin());
            }
            return new PluginRegistry(all);
        }
    }
}
