package io.shelfwright.learning;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.RankingSettings.ChangedFeatures;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param rules what is learned from, and how
 * @param trials settings of the trainer to try, 0 to search none
 * @param seed of the search and of the trainer
 * @param progress told what is being done, one line at a time
 * @param trainingDeadline how long the trainer may take to train once
 * @param changedFeatures what to do where the running features give other values than those that served
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
        LearningConfig rules,
        int trials,
        long seed,
        Consumer<String> progress,
        Duration trainingDeadline,
        ChangedFeatures changedFeatures) {

    public LearningRequest {
        features = List.copyOf(features);
    }

    /**
     * Returns a request for a ranker of a configuration, with the rules and the trainer's settings of its section
     * {@code learning}, no search, seed 1 and silent.
     *
     * <p>A ranker that is not on the ladder yet may be learned too: its name is then taken for the factory's.
     *
     * @throws io.shelfwright.api.ConfigException with every problem of the section {@code learning}
     */
    public static LearningRequest of(EngineConfig config, SnapshotStore snapshots, Path experience, String ranker) {
        ConfigObject none = ConfigFactory.empty().root();
        LearningConfig rules = LearningConfig.of(config);
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
                rules.trainers().getOrDefault(ranker, none),
                config.features(),
                config.baseDirectory(),
                rules,
                0,
                1,
                line -> {},
                config.resilience().trainingDeadline(),
                config.ranking().settings().changedFeatures());
    }

    /**
     * Returns a copy with settings of the trainer, such as {@code ConfigFactory.parseString("trees = 100").root()}; what they
     * do not say stays as it was.
     */
    public LearningRequest trainerSettings(ConfigObject value) {
        return copy(value.withFallback(trainerSettings), rules, trials, seed, progress, trainingDeadline);
    }

    public LearningRequest rules(LearningConfig value) {
        return copy(trainerSettings, value, trials, seed, progress, trainingDeadline);
    }

    /** Returns a copy that tries so many settings of the trainer first. */
    public LearningRequest trials(int value) {
        return copy(trainerSettings, rules, value, seed, progress, trainingDeadline);
    }

    public LearningRequest seed(long value) {
        return copy(trainerSettings, rules, trials, value, progress, trainingDeadline);
    }

    public LearningRequest progress(Consumer<String> value) {
        return copy(trainerSettings, rules, trials, seed, value, trainingDeadline);
    }

    public LearningRequest trainingDeadline(Duration value) {
        return copy(trainerSettings, rules, trials, seed, progress, value);
    }

    private LearningRequest copy(
            ConfigObject settings,
            LearningConfig how,
            int tried,
            long drawn,
            Consumer<String> listener,
            Duration deadline) {
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
                tried,
                drawn,
                listener,
                deadline,
                changedFeatures);
    }
}
