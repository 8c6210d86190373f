package io.shelfwright.learning.evaluation;

/**
 * One measure: what it is called, what it is for, and how it is computed.
 *
 * @param name such as {@code ndcg@10}
 * @param role what it is looked at for
 * @param direction which values are good
 * @param meaning one sentence for reports
 * @param probabilities whether it only means something for probabilities
 * @param interval whether resampling tells its uncertainty; counts of distinct things it does not
 */
public record Metric(
        String name, MetricRole role, Direction direction, String meaning, boolean probabilities, boolean interval) {

    /** Computes a metric on a sample. */
    @FunctionalInterface
    interface Maker {
        Statistic make(Sample sample, double[] labels, double[] scores);
    }

    /** A metric with its computation. */
    record Computed(Metric metric, Maker maker) {}
}
