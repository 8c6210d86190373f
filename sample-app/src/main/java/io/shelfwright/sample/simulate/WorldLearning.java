package io.shelfwright.sample.simulate;

import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.learning.LearningLoop;
import io.shelfwright.learning.LearningReport;
import io.shelfwright.learning.LearningRequest;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Learns one ranker again and again from a world's growing log, and knows what the world is to be served with. */
final class WorldLearning {
    private final SimulationWorld world;
    private final EngineConfig config;
    private final Path experience;
    private final String ranker;
    private final Consumer<String> progress;
    private boolean hasModel;

    WorldLearning(SimulationWorld world, Path experience, String ranker, Consumer<String> progress) {
        this.world = world;
        this.experience = experience;
        this.ranker = ranker;
        this.progress = progress;
        config = ConfigReader.read(world.data().config());
    }

    /** Learns from all that is logged, and publishes in the world what the gate blesses. */
    LearningReport learn() {
        try (ConfiguredPlugins plugins =
                ConfiguredPlugins.load(config.plugins(), getClass().getClassLoader())) {
            LearningRequest request = LearningRequest.of(config, world.snapshots(), experience, ranker)
                    .seed(world.seed())
                    .progress(progress);
            LearningReport report = new LearningLoop(plugins.registry()).learn(request);
            hasModel |= report.published();
            progress.accept(ranker + ": "
                    + (report.published() ? "published" : "not published: " + String.join("; ", report.reasons())));
            return report;
        }
    }

    /** Returns whether a model was ever published. */
    boolean hasModel() {
        return hasModel;
    }

    /** Returns what makes an engine serve with the ranker as soon as it has a model, and with the heuristics until then. */
    String ladder() {
        return "ranking { ladder = [" + (hasModel ? policy().rung() + ", prior" : "prior")
                + "], first-phase = \"\" }\n";
    }

    /** Returns the ranker as a policy; it needs a model. */
    Policy policy() {
        return Policies.of(world).stream()
                .filter(one -> one.name().equals(ranker))
                .findFirst()
                .orElseThrow();
    }
}
