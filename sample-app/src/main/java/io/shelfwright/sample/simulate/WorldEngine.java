package io.shelfwright.sample.simulate;

import com.typesafe.config.ConfigUtil;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

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
        String storage = "storage { snapshots = " + quoted(world.directory().resolve("snapshots")) + ", experience = "
                + quoted(experience) + " }\n";
        List<ShelfwrightPlugin> plugins = new ArrayList<>(
                PluginRegistry.discover(WorldEngine.class.getClassLoader()).plugins());
        plugins.addAll(more);
        return Shelfwright.builder(ConfigReader.read(world.data().config(), PATIENT + storage + overrides))
                .plugins(plugins)
                .clock(clock)
                .userStateStore(world.users())
                .build();
    }

    private static String quoted(Path path) {
        return ConfigUtil.quoteString(path.toAbsolutePath().toString());
    }
}
