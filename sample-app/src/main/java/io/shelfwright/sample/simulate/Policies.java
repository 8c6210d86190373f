package io.shelfwright.sample.simulate;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.sample.data.Draws;
import io.shelfwright.spi.ItemStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies that a world can compare. */
final class Policies {
    /** Below every value that matters, and positive, as utilities are. */
    private static final double LEAST = 1e-6;

    private Policies() {}

    /** Returns random, popularity, heuristics, every ranker with a model in the snapshot by name, and the oracle. */
    static List<Policy> of(SimulationWorld world) {
        EngineConfig config = ConfigReader.read(world.data().config());
        List<Policy> policies = new ArrayList<>();
        policies.add(Policy.given(
                Policy.RANDOM,
                (candidates, c) -> Math.max(
                        LEAST,
                        new Draws(
                                        candidates.context().seed(),
                                        Keys.of(candidates.item(c).id()),
                                        Keys.of(candidates.shelf(c).id()))
                                .next())));
        policies.add(Policy.given(
                Policy.POPULARITY,
                (candidates, c) -> popularity(candidates.catalog().statistics(), candidates.itemIndex(c))));
        policies.add(Policy.heuristics());
        policies.addAll(rankers(config, world.snapshots().open()));
        policies.add(Policy.given(Policy.ORACLE, oracle(world, config)));
        return policies;
    }

    /** Most listeners first; among those of whom no listening is known, the rank within the kind decides. */
    private static double popularity(ItemStatistics statistics, int item) {
        return Math.max(LEAST, statistics.listeners(item) + 0.5 * statistics.popularity(item));
    }

    private static Policy.Value oracle(SimulationWorld world, EngineConfig config) {
        Map<String, Double> weights = config.ranking().settings().objectives();
        return (candidates, c) -> Math.max(
                LEAST,
                Chances.of(world.appeal()
                                .of(
                                        candidates.context().userId(),
                                        candidates.item(c),
                                        candidates.context().at()))
                        .utility(weights));
    }

    private static List<Policy> rankers(EngineConfig config, Snapshot snapshot) {
        try (ConfiguredPlugins plugins = ConfiguredPlugins.load(config.plugins(), Policies.class.getClassLoader())) {
            return rankers(config, snapshot, plugins.registry());
        }
    }

    private static List<Policy> rankers(EngineConfig config, Snapshot snapshot, PluginRegistry plugins) {
        List<Policy> policies = new ArrayList<>();
        for (String name : models(snapshot)) {
            Optional<InstanceSpec> configured = config.ranking().ladder().stream()
                    .filter(rung -> rung.name().equals(name))
                    .findFirst();
            if (configured.isPresent()) {
                policies.add(Policy.ranker(name, text(configured.get())));
            } else if (plugins.factory(PluginKind.RANKER, name).isPresent()) {
                policies.add(Policy.ranker(name, name));
            }
        }
        return policies;
    }

    private static String text(InstanceSpec rung) {
        return rung.settings()
                .withValue("name", ConfigValueFactory.fromAnyRef(rung.name()))
                .withValue("factory", ConfigValueFactory.fromAnyRef(rung.factory()))
                .render(ConfigRenderOptions.concise());
    }

    private static List<String> models(Snapshot snapshot) {
        if (!Files.isDirectory(snapshot.models())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(snapshot.models())) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the models of snapshot " + snapshot.version(), e);
        }
    }
}
