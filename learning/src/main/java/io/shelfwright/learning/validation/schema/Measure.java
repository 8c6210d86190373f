package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A number that says something of a column. */
public enum Measure {
    PRESENT_SHARE(FeatureStatistics::presentShare),
    MEAN(statistics -> statistics.numbers().mean()),
    DEVIATION(statistics -> statistics.numbers().deviation()),
    MIN(statistics -> statistics.numbers().min()),
    MEDIAN(statistics -> statistics.numbers().median()),
    MAX(statistics -> statistics.numbers().max()),
    ZERO_SHARE(statistics -> statistics.numbers().zeros() / statistics.numbers().finite()),
    UNIQUE(FeatureStatistics::unique),
    AVERAGE_LENGTH(statistics -> statistics.texts().averageLength());

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final ToDoubleFunction<FeatureStatistics> of;

    Measure(ToDoubleFunction<FeatureStatistics> of) {
        this.of = of;
    }

    /** Returns the measure of a column, NaN where it has none. */
    public double of(FeatureStatistics statistics) {
        return of.applyAsDouble(statistics);
    }

    /** Returns the name in schema files, such as {@code present-share}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
