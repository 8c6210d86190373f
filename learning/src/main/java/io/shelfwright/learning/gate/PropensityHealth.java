package io.shelfwright.learning.gate;

/**
 * Whether logged propensities are true: over drawn cards the mean of 1/(support x propensity) is then 1.
 *
 * @param drawn number of drawn cards whose propensity is valid
 * @param mean of 1/(support x propensity); NaN without any
 * @param error standard error of the mean; NaN below two
 */
public record PropensityHealth(long drawn, double mean, double error) {

    /** Adds up drawn cards; not thread-safe. */
    public static final class Sum {
        private long drawn;
        private double sum;
        private double squares;

        /** Adds a drawn card. */
        public void add(int supportSize, double propensity) {
            double ratio = 1 / (supportSize * propensity);
            drawn++;
            sum += ratio;
            squares += ratio * ratio;
        }

        /** Returns what was added up so far. */
        public PropensityHealth health() {
            double mean = sum / drawn;
            double variance = Math.max(0, squares - drawn * mean * mean) / (drawn - 1.0);
            return new PropensityHealth(drawn, mean, Math.sqrt(variance / drawn));
        }
    }
}
