package io.shelfwright.benchmarks;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A synthetic world in a temporary directory, and engines over it with every real plugin.
 *
 * <p>The configuration is a copy of the sample app's. Users' states are kept in memory, the experience log is written to
 * the directory as always.
 */
final class BenchmarkWorld implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.fixed(SyntheticListening.NOW);

    private final Path directory;
    private final SyntheticListening listening;
    private final int users;

    BenchmarkWorld(int items, int users, int playsPerUser) {
        this.users = users;
        try {
            directory = Files.createTempDirectory("shelfwright-benchmark");
            Files.write(directory.resolve("editorial.yaml"), resource("editorial.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening = new SyntheticListening(items, users, playsPerUser, 7);
        snapshots().publishCatalog("synthetic", new CatalogBuilder(listening, SyntheticListening.NOW).build());
    }

    SnapshotStore snapshots() {
        return new SnapshotStore(directory.resolve("snapshots"), CLOCK);
    }

    int users() {
        return users;
    }

    /**
     * Reads the benchmark's configuration.
     *
     * @param ranker the only rung of the ladder
     * @param perShelf most proposals of a generator for a shelf
     */
    EngineConfig config(String ranker, int perShelf) {
        return config(ranker, perShelf, "");
    }

    /** Reads the configuration with other filter rules. */
    EngineConfig config(String ranker, int perShelf, String filters) {
        return config(ranker, perShelf, filters, "");
    }

    /** Reads the configuration with other filter rules, and with HOCON after it. */
    EngineConfig config(String ranker, int perShelf, String filters, String extra) {
        String text = new String(resource("home.conf"), StandardCharsets.UTF_8)
                .replace("CANDIDATES_PER_SHELF", Integer.toString(perShelf))
                .replace("FILTERS", filters)
                .replace("RANKER", ranker);
        return ConfigReader.readText(text + "\n" + extra, directory);
    }

    HomeEngine engine(EngineConfig config, Metrics metrics, ShelfwrightPlugin... more) {
        InMemoryUserStateStore store = new InMemoryUserStateStore();
        listening.profiles().forEach(store::putProfile);
        store.appendAll(listening.interactions());
        List<ShelfwrightPlugin> plugins = new ArrayList<>(List.of(more));
        ServiceLoader.load(ShelfwrightPlugin.class).forEach(plugins::add);
        return Shelfwright.builder(config)
                .plugins(plugins)
                .clock(CLOCK)
                .metrics(metrics)
                .userStateStore(store)
                .build();
    }

    /** Returns a request that no other number has: users take turns, and every request has a time of its own. */
    HomeRequest request(long number) {
        return HomeRequest.forUser("user:" + number % users)
                .at(SyntheticListening.NOW.plusMillis(number))
                .seed(number)
                .build();
    }

    private static byte[] resource(String name) {
        try (InputStream in = BenchmarkWorld.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the benchmarks carry no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the benchmark's directory", e);
        }
    }
}
