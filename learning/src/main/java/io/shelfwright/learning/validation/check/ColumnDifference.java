package io.shelfwright.learning.validation.check;

import java.util.ArrayList;
import java.util.List;

/** What differs in one column between joined rows; filled while rows are compared. */
final class ColumnDifference {
    private static final int MOST_SAMPLES = 5;

    private final String name;
    private final List<String> samples = new ArrayList<>();
    private long mismatches;
    private long baseOnly;
    private long testOnly;
    private double lagShare;
    private String lag = "";
    private String lagOf = "";

    ColumnDifference(String name) {
        this.name = name;
    }

    void add(String key, String base, String test) {
        if (base.isEmpty()) {
            testOnly++;
        } else if (test.isEmpty()) {
            baseOnly++;
        } else {
            mismatches++;
        }
        if (samples.size() < MOST_SAMPLES) {
            samples.add(key + ": served " + shown(base) + ", test " + shown(test));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    void lags(double share, String by, String of) {
        lagShare = share;
        lag = by;
        lagOf = of;
    }

    String name() {
        return name;
    }

    long mismatches() {
        return mismatches;
    }

    long baseOnly() {
        return baseOnly;
    }

    long testOnly() {
        return testOnly;
    }

    long differing() {
        return mismatches + baseOnly + testOnly;
    }

    boolean lags() {
        return lagShare > 0;
    }

    double lagShare() {
        return lagShare;
    }

    String lag() {
        return lag;
    }

    String lagOf() {
        return lagOf;
    }

    List<String> samples() {
        return samples;
    }
}
