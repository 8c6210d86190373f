package io.shelfwright.learning;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What to learn, from what, and where to publish it; made with {@link #of}.
 *
 * @param snapshots where the model is published; its version in use brings the catalog
 * @param experience directory of the experience log
 * @param ranker name of the ranker's instance, under which the model is published
 * @param factory name of the factory that makes both the trainer and the ranker
 * @param rankerSettings settings of the ranker as in the configuration
 * @param trainerSettings settings of the trainer; empty for its defaults
 * @param features feature sets of the running transform, in the order of their columns
 * @param baseDirectory where relative paths in settings start
 * @param rules what is learned from
 * @param seed of the split into parts and of the trainer
 * @param progress told what is being done, one line at a time
 */
public record LearningRequest(
        SnapshotStore snapshots,
        Path experience,
        String ranker,
        String factory,
        ConfigObject rankerSettings,
        ConfigObject trainerSettings,
        List<InstanceSpec> features,
        Path baseDirectory,
        LearningRules rules,
        long seed,
        Consumer<String> progress) {

    public LearningRequest {
        features = List.copyOf(features);
    }

    /**
     * Returns a request for a ranker of a configuration, with default rules and settings, seed 1 and silent.
     *
     * <p>A ranker that is not on the ladder yet may be learned too: its name is then taken for the factory's.
     */
    public static LearningRequest of(EngineConfig config, SnapshotStore snapshots, Path experience, String ranker) {
        ConfigObject none = ConfigFactory.empty().root();
        String factory = ranker;
        ConfigObject rankerSettings = none;
        for (InstanceSpec rung : config.ranking().ladder()) {
            if (rung.name().equals(ranker)) {
                factory = rung.factory();
                rankerSettings = rung.settings();
            }
        }
        return new LearningRequest(
                snapshots,
                experience,
                ranker,
                factory,
                rankerSettings,
                none,
                config.features(),
                config.baseDirectory(),
                LearningRules.DEFAULT,
                1,
                line -> {});
    }

    /** Returns a copy with settings of the trainer, such as {@code ConfigFactory.parseString("trees = 100").root()}. */
    public LearningRequest trainerSettings(ConfigObject value) {
        return copy(value, rules, seed, progress);
    }

    public LearningRequest rules(LearningRules value) {
        return copy(trainerSettings, value, seed, progress);
    }

    public LearningRequest seed(long value) {
        return copy(trainerSettings, rules, value, progress);
    }

    public LearningRequest progress(Consumer<String> value) {
        return copy(trainerSettings, rules, seed, value);
    }

    private LearningRequest copy(ConfigObject settings, LearningRules how, long drawn, Consumer<String> listener) {
        return new LearningRequest(
                snapshots,
                experience,
                ranker,
                factory,
                rankerSettings,
                settings,
                features,
                baseDirectory,
                how,
                drawn,
                listener);
    }
}
