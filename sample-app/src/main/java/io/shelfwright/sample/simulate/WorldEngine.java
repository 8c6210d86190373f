package io.shelfwright.sample.simulate;

import com.typesafe.config.ConfigUtil;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes engines for a world: those of the data directory's configuration, with the world's snapshot and users. */
final class WorldEngine {
    /** Nothing may be late here: what a busy machine leaves out of a page would not be the same next time. */
    private static final String PATIENT =
            "deadlines { recall = 60s, features = 60s, ranking = 60s, rule = 60s, packing = 60s }\n";

    private WorldEngine() {}

    /**
     * Returns an engine.
     *
     * @param experience where its pages and interactions are logged
     * @param overrides HOCON that replaces values of the configuration
     * @param more plugins beside those of the class path
     */
    static HomeEngine open(
            SimulationWorld world,
            Path experience,
            String overrides,
            List<? extends ShelfwrightPlugin> more,
            InstantSource clock) {
        return open(world, experience, overrides, plugins -> with(plugins, more), clock);
    }

    /** Returns an engine with other plugins than those of the class path. */
    static HomeEngine open(
            SimulationWorld world,
            Path experience,
            String overrides,
            UnaryOperator<List<ShelfwrightPlugin>> change,
            InstantSource clock) {
        return open(
                world,
                ConfigReader.read(world.data().config(), overrides(world, experience) + overrides),
                change,
                clock);
    }

    private static List<ShelfwrightPlugin> with(
            List<ShelfwrightPlugin> plugins, List<? extends ShelfwrightPlugin> more) {
        List<ShelfwrightPlugin> all = new ArrayList<>(plugins);
        all.addAll(more);
        return all;
    }

    /** Returns what replaces values of any configuration that a world is served with. */
    static String overrides(SimulationWorld world, Path experience) {
        return PATIENT + snapshots(world.directory().resolve("snapshots")) + "storage.experience = "
                + quoted(experience) + "\n";
    }

    /** Returns what makes an engine serve from these snapshots. */
    static String snapshots(Path directory) {
        return "storage.snapshots = " + quoted(directory) + "\n";
    }

    /** Returns an engine of a whole configuration, which holds what {@link #overrides} says. */
    static HomeEngine open(
            SimulationWorld world,
            EngineConfig config,
            UnaryOperator<List<ShelfwrightPlugin>> change,
            InstantSource clock) {
        List<ShelfwrightPlugin> plugins = new ArrayList<>(
                PluginRegistry.discover(WorldEngine.class.getClassLoader()).plugins());
        return Shelfwright.builder(config)
                .plugins(change.apply(plugins))
                .clock(clock)
                .userStateStore(world.users())
                .build();
    }

    private static String quoted(Path path) {
        return ConfigUtil.quoteString(path.toAbsolutePath().toString());
    }
}
