package io.shelfwright.learning.evaluation;

import java.util.Locale;

/** What a metric is looked at for. */
public enum MetricRole {
    /** What the model is there to improve. */
    GOAL,
    /** Moves with the goal, sooner or with less noise. */
    LEADING,
    /** Explains the others; nothing is decided by it. */
    DEBUG,
    /** May not get worse, whatever the goal does. */
    GUARDRAIL;

    /** Returns the word for reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
