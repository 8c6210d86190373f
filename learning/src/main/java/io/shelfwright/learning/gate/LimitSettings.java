package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.Metric;
import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * A guardrail: a metric that may not get worse than the baseline by more than a margin, or must stay within bounds.
 *
 * @param metric its name; {@code ece-excess:*} stands for those of every shelf kind
 * @param objective whose labels count, empty for the main one
 * @param margin loss against the baseline that is borne; infinite for no comparison
 * @param atLeast smallest value
 * @param atMost greatest value
 */
public record LimitSettings(
        @Setting("Metric that is watched; ece-excess:* is that of every shelf kind.")
        String metric,

        @Setting(value = "Objective whose labels count; empty for the main one.", defaultValue = "")
        String objective,

        @Setting(
                value =
                        "Loss against the baseline that is borne: that no more is lost must be shown; 1e300, the default, for"
                                + " no comparison.",
                defaultValue = "1e300",
                min = 0,
                max = 1e300)
        double margin,

        @Setting(value = "Smallest value allowed.", defaultValue = "-1e300")
        double atLeast,

        @Setting(value = "Greatest value allowed.", defaultValue = "1e300")
        double atMost) {
    private static final double NONE = 1e300;
    private static final String EVERY = ":*";

    public LimitSettings {
        if (atLeast > atMost) {
            throw new IllegalArgumentException("at-least of " + metric + " is " + atLeast + ", above at-most, which is "
                    + atMost + "; nothing could pass");
        }
        if (margin >= NONE && atLeast <= -NONE && atMost >= NONE) {
            throw new IllegalArgumentException(
                    "the limit of " + metric + " limits nothing; give margin, at-least or at-most");
        }
    }

    /** Returns a limit for each metric that is meant; this one where the name stands for no other. */
    List<LimitSettings> expanded(List<Metric> metrics) {
        if (!metric.endsWith(EVERY)) {
            return List.of(this);
        }
        String prefix = metric.substring(0, metric.length() - 1);
        List<LimitSettings> expanded = metrics.stream()
                .map(Metric::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> new LimitSettings(name, objective, margin, atLeast, atMost))
                .toList();
        return expanded.isEmpty() ? List.of(this) : expanded;
    }

    boolean compares() {
        return margin < NONE;
    }

    boolean bounds() {
        return atLeast > -NONE || atMost < NONE;
    }
}
