package io.shelfwright.learning.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured on a slice.
 *
 * @param name such as {@code overall} or {@code market=SE}
 * @param state whether it was measured
 * @param examples number of rows
 * @param weight sum of their weights
 * @param requests number of requests
 * @param users number of users
 * @param units number of units that are resampled
 * @param objectives what was found, by objective; empty unless measured
 */
public record SliceResult(
        String name,
        State state,
        int examples,
        double weight,
        int requests,
        int users,
        int units,
        Map<String, Objective> objectives) {

    /** Whether a slice could be measured. */
    public enum State {
        MEASURED,
        /** It has fewer rows than a slice needs: what was measured would say little. */
        TOO_FEW,
        /** It was asked for by its values, and there is no such row. */
        MISSING
    }

    /**
     * What was found for one objective.
     *
     * @param requestsWithoutPositives requests whose every label is below 0.5
     * @param meanLabel weighted mean of the labels
     * @param metrics metric to value, by model
     * @param differences candidate minus baseline, metric to value, by baseline; paired
     */
    public record Objective(
            int requestsWithoutPositives,
            double meanLabel,
            Map<String, Map<String, Measured>> metrics,
            Map<String, Map<String, Measured>> differences) {
        public Objective {
            metrics = frozen(metrics);
            differences = frozen(differences);
        }

        private static Map<String, Map<String, Measured>> frozen(Map<String, Map<String, Measured>> maps) {
            Map<String, Map<String, Measured>> copy = new LinkedHashMap<>();
            maps.forEach((key, map) -> copy.put(key, Collections.unmodifiableMap(new LinkedHashMap<>(map))));
            return Collections.unmodifiableMap(copy);
        }
    }

    public SliceResult {
        objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
    }

    /** Returns a metric of a model. */
    public Optional<Measured> metric(String objective, String model, String metric) {
        return Optional.ofNullable(objectives.get(objective))
                .map(found -> found.metrics().get(model))
                .map(metrics -> metrics.get(metric));
    }

    /** Returns the candidate's metric minus a baseline's. */
    public Optional<Measured> difference(String objective, String baseline, String metric) {
        return Optional.ofNullable(objectives.get(objective))
                .map(found -> found.differences().get(baseline))
                .map(metrics -> metrics.get(metric));
    }

    /** Returns the baselines that an objective is compared with. */
    public List<String> baselines(String objective) {
        Objective found = objectives.get(objective);
        return found == null ? List.of() : List.copyOf(found.differences().keySet());
    }
}
