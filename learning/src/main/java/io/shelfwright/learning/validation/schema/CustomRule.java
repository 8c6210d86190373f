package io.shelfwright.learning.validation.schema;

/**
 * A measure of a column that has to lie within bounds, or near the same measure of other data.
 *
 * @param name what it is called in findings
 * @param feature column
 * @param measure one of {@link Measure}
 * @param min least value, or ratio
 * @param max greatest value, or ratio
 * @param relative whether the bounds are of the ratio to the data compared with; without such data nothing is checked
 * @param severity of a finding
 */
public record CustomRule(
        String name, String feature, Measure measure, double min, double max, boolean relative, Severity severity) {
    public CustomRule {
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "custom rule '" + name + "' allows " + min + " to " + max + "; allowed is min <= max");
        }
    }
}
