package io.shelfwright.learning;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.Nearest;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.learning.alerts.AlertRules;
import io.shelfwright.learning.schedule.ScheduleSettings;
import io.shelfwright.learning.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The section {@code learning} of the configuration: each key is one step's.
 *
 * @param dataset what becomes a dataset
 * @param training what is learned from, and how much each row counts
 * @param schedule when learning runs by itself
 * @param alerts who is told of findings
 * @param labelSettings settings of the label policy
 * @param trainers settings of trainers, by the name of the ranker's instance
 */
public record LearningConfig(
        DatasetSettings dataset,
        TrainingSettings training,
        ScheduleSettings schedule,
        AlertRules alerts,
        ConfigObject labelSettings,
        Map<String, ConfigObject> trainers) {
    /** Key of the section. */
    public static final String SECTION = "learning";

    private static final String TRAINERS = "trainers";
    private static final String ALERTS = "alerts";
    private static final String LABELS = "label-settings";

    /** What holds where nothing is written. */
    public static final LearningConfig DEFAULT =
            read(ConfigFactory.empty("default").root(), Path.of(""));

    public LearningConfig {
        trainers = Map.copyOf(trainers);
    }

    /**
     * Reads the section.
     *
     * @throws io.shelfwright.api.ConfigException with every problem in it
     */
    public static LearningConfig of(EngineConfig config) {
        Problems problems = new Problems();
        ConfigObject section = object(config.written().value(SECTION), SECTION, problems);
        problems.throwIfAny();
        return read(section, config.baseDirectory());
    }

    /**
     * Reads the inside of the section.
     *
     * @param baseDirectory where relative paths start
     * @throws io.shelfwright.api.ConfigException with every problem in it
     */
    public static LearningConfig read(ConfigObject section, Path baseDirectory) {
        Problems problems = new Problems();
        SettingsBinder binder = new SettingsBinder(baseDirectory, problems);
        Set<String> known = Set.of("dataset", "training", "schedule", ALERTS, LABELS, TRAINERS);
        section.forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(value.origin(), SECTION + "." + key, "unknown key" + Nearest.hint(key, known));
            }
        });
        Optional<DatasetSettings> dataset = bind(DatasetSettings.class, "dataset", section, binder, problems);
        Optional<TrainingSettings> training = bind(TrainingSettings.class, "training", section, binder, problems);
        Optional<ScheduleSettings> schedule = bind(ScheduleSettings.class, "schedule", section, binder, problems);
        Optional<AlertRules> alerts = AlertRules.read(
                object(Optional.ofNullable(section.get(ALERTS)), SECTION + "." + ALERTS, problems),
                SECTION + "." + ALERTS,
                binder,
                problems);
        ConfigObject labels = object(Optional.ofNullable(section.get(LABELS)), SECTION + "." + LABELS, problems);
        Map<String, ConfigObject> trainers = new TreeMap<>();
        object(Optional.ofNullable(section.get(TRAINERS)), SECTION + "." + TRAINERS, problems)
                .forEach((name, value) -> trainers.put(
                        name, object(Optional.of(value), SECTION + "." + TRAINERS + "." + name, problems)));
        problems.throwIfAny();
        return new LearningConfig(
                dataset.orElseThrow(),
                training.orElseThrow(),
                schedule.orElseThrow(),
                alerts.orElseThrow(),
                labels,
                trainers);
    }

    /** Returns the same configuration with other settings of training. */
    public LearningConfig withTraining(TrainingSettings value) {
        return new LearningConfig(dataset, value, schedule, alerts, labelSettings, trainers);
    }

    private static <S extends Record> Optional<S> bind(
            Class<S> type, String key, ConfigObject section, SettingsBinder binder, Problems problems) {
        String path = SECTION + "." + key;
        return binder.bind(type, object(Optional.ofNullable(section.get(key)), path, problems), path, Set.of());
    }

    private static ConfigObject object(Optional<ConfigValue> value, String path, Problems problems) {
        if (value.isEmpty()) {
            return ConfigFactory.empty("default").root();
        }
        if (value.get() instanceof ConfigObject object) {
            return object;
        }
        problems.add(value.get().origin(), path, "is '" + value.get().unwrapped() + "', allowed is an object { ... }");
        return ConfigFactory.empty("default").root();
    }
}
