package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.statistics.SliceSpec;
import java.util.List;

/**
 * Which slices are validated.
 *
 * @param by cuts
 * @param minRows least rows of a slice, on either side, to say anything about it
 * @param minGroups in how many of twenty groups the listeners of a slice must fall to say anything
 * @param minRatio share of a slice compared with its share before, below which it has shrunk, 0..1
 * @param severity of a missing or shrunken slice
 */
public record SliceRule(List<SliceSpec> by, long minRows, int minGroups, double minRatio, Severity severity) {
    /** No slices; 100 rows, 5 groups, half. */
    public static final SliceRule NONE = new SliceRule(List.of(), 100, 5, 0.5, Severity.ERROR);

    public SliceRule {
        by = List.copyOf(by);
        if (minRows < 1 || minGroups < 1 || minGroups > 20 || !(minRatio >= 0 && minRatio <= 1)) {
            throw new IllegalArgumentException("slices have min-rows " + minRows + ", min-groups " + minGroups
                    + " and min-ratio " + minRatio + "; allowed are numbers from 1, 1 to 20, and 0 to 1");
        }
    }

    public SliceRule by(List<SliceSpec> value) {
        return new SliceRule(value, minRows, minGroups, minRatio, severity);
    }
}
