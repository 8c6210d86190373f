package io.shelfwright.learning.validation.report;

/**
 * A distance that was measured, whether or not it is a finding.
 *
 * @param comparison {@code drift} or {@code skew}
 * @param measure {@code l-infinity}, {@code jensen-shannon}, {@code normalized-difference} or {@code missing-share}
 * @param feature column
 * @param slice empty for all rows
 * @param value the distance
 * @param threshold beyond which it is a finding, if sampling does not explain it
 * @param expected distance that sampling alone is expected to make
 * @param floor distance that sampling alone stays below in 95 of 100 cases
 * @param pValue chance of such a distance by sampling alone
 * @param qValue least share of false findings at which it is one (Benjamini, Hochberg 1995), over all measurements of the comparison
 * @param rises whether what is measured is more here than in the data compared with; for missing shares
 * @param apart cell or value that contributes most, with its shares
 */
public record Measurement(
        String comparison,
        String measure,
        String feature,
        String slice,
        double value,
        double threshold,
        double expected,
        double floor,
        double pValue,
        double qValue,
        boolean rises,
        String apart) {

    /** Returns a copy with its q-value. */
    public Measurement qValue(double q) {
        return new Measurement(
                comparison, measure, feature, slice, value, threshold, expected, floor, pValue, q, rises, apart);
    }

    /** Returns a name that is the same each time. */
    public String key() {
        return comparison + "/" + measure + "/" + feature + (slice.isEmpty() ? "" : "[" + slice + "]");
    }
}
