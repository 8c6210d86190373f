package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.statistics.StatisticsOptions;
import io.shelfwright.learning.validation.statistics.StatisticsPlan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What data has to look like: a text in HOCON that is generated once, then reviewed and kept with the code; {@link SchemaFile} reads and
 * writes it. Immutable.
 *
 * @param environments where columns are expected that do not say
 * @param keys columns that name rows
 * @param dataset how many rows there are
 * @param slices which slices are validated
 * @param comparison how data sets are compared
 * @param features columns, in order
 * @param custom further rules
 */
public record DataSchema(
        List<String> environments,
        TableKeys keys,
        DatasetRule dataset,
        SliceRule slices,
        ComparisonRule comparison,
        List<FeatureRule> features,
        List<CustomRule> custom) {

    /** Where there are labels. */
    public static final String TRAINING = "TRAINING";

    /** Where there are none. */
    public static final String SERVING = "SERVING";

    public DataSchema {
        environments = List.copyOf(environments);
        features = List.copyOf(features);
        custom = List.copyOf(custom);
        Set<String> names = new HashSet<>();
        for (FeatureRule feature : features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException("the schema has two features '" + feature.name() + "'");
            }
        }
    }

    /** Returns a schema of these columns with default rules. */
    public static DataSchema of(List<FeatureRule> features) {
        return new DataSchema(
                List.of(TRAINING, SERVING),
                TableKeys.NONE,
                DatasetRule.ANY,
                SliceRule.NONE,
                ComparisonRule.DEFAULT,
                features,
                List.of());
    }

    public DataSchema with(TableKeys value) {
        return new DataSchema(environments, value, dataset, slices, comparison, features, custom);
    }

    public DataSchema with(DatasetRule value) {
        return new DataSchema(environments, keys, value, slices, comparison, features, custom);
    }

    public DataSchema with(SliceRule value) {
        return new DataSchema(environments, keys, dataset, value, comparison, features, custom);
    }

    public DataSchema with(ComparisonRule value) {
        return new DataSchema(environments, keys, dataset, slices, value, features, custom);
    }

    public DataSchema features(List<FeatureRule> value) {
        return new DataSchema(environments, keys, dataset, slices, comparison, value, custom);
    }

    public DataSchema custom(List<CustomRule> value) {
        return new DataSchema(environments, keys, dataset, slices, comparison, features, value);
    }

    public Optional<FeatureRule> feature(String name) {
        return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
    }

    /** Returns the columns that are expected in an environment and validated, by name; an empty environment stands for all. */
    public Map<String, FeatureRule> expected(String environment) {
        Map<String, FeatureRule> expected = new LinkedHashMap<>();
        for (FeatureRule feature : features) {
            if (feature.lifecycle().validated()
                    && feature.environments().includes(environment, Set.copyOf(environments))) {
                expected.put(feature.name(), feature);
            }
        }
        return expected;
    }

    /** Returns how tables are read for this schema. */
    public StatisticsPlan plan(StatisticsOptions options) {
        Set<String> ignored = new HashSet<>(keys.ignored());
        ignored.addAll(keys.key());
        ignored.add(keys.listener());
        ignored.add(keys.time());
        ignored.add(keys.weight());
        Set<String> categories = new HashSet<>();
        for (FeatureRule feature : features) {
            if (feature.categorical()) {
                categories.add(feature.name());
            }
            ignored.remove(feature.name());
        }
        return new StatisticsPlan(
                orNull(keys.weight()), orNull(keys.listener()), slices.by(), ignored, categories, options);
    }

    private static @Nullable String orNull(String column) {
        return column.isEmpty() ? null : column;
    }
}
