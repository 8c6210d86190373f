package io.shelfwright.learning.validation.schema;

import org.jspecify.annotations.Nullable;

/**
 * How far a column may lie from other data; a distance beyond its threshold (not at it) is a finding. Null thresholds are not compared.
 *
 * @param lInfinity greatest difference of a category's share, 0..1
 * @param jensenShannon divergence to base 2, 0..1
 * @param normalizedDifference greatest difference of a category's count by all values of both, 0..1
 * @param missingShare difference of the shares that are missing, 0..1
 * @param histogram cells that numbers are compared in
 * @param severity of a finding about values
 * @param missingSeverity of a finding about the share that is missing
 */
public record ComparatorRule(
        @Nullable Double lInfinity,
        @Nullable Double jensenShannon,
        @Nullable Double normalizedDifference,
        @Nullable Double missingShare,
        HistogramKind histogram,
        Severity severity,
        Severity missingSeverity) {

    /** Compares nothing. */
    public static final ComparatorRule NONE =
            new ComparatorRule(null, null, null, null, HistogramKind.COMMON, Severity.ERROR, Severity.ERROR);

    public ComparatorRule {
        check("l-infinity", lInfinity);
        check("jensen-shannon", jensenShannon);
        check("normalized-difference", normalizedDifference);
        check("missing-share", missingShare);
    }

    private static void check(String name, @Nullable Double threshold) {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(name + " is " + threshold + "; allowed are thresholds from 0 to 1");
        }
    }

    /** Returns whether anything is compared. */
    public boolean compares() {
        return lInfinity != null || jensenShannon != null || normalizedDifference != null || missingShare != null;
    }
}
