package io.shelfwright.learning.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How often the units of a sample count in each replicate, and what the replicates say of a statistic.
 *
 * <p>The draws of a unit depend on seed, replicate and the unit's name alone: both models of a pair, every metric and every
 * slice see the same draw, and neither the order of the rows nor the number of threads matters.
 */
interface Resampling {
    /** Buckets of the jackknife, as in TFMA. */
    int BUCKETS = 20;

    /** Returns the number of replicates, 0 where there can be none. */
    int replicates();

    /** Returns how often each unit counts in a replicate. */
    int[] counts(int replicate);

    /** Returns value, error and interval of a statistic. */
    Measured measure(double value, double[] replicates);

    static Resampling of(Sample sample, EvaluationSettings settings) {
        return switch (settings.intervals()) {
            case BOOTSTRAP ->
                new Bootstrap(sample.unitKeys(), sample.effectiveUnits(), settings.replicates(), settings.seed());
            case JACKKNIFE -> new Jackknife(sample.unitKeys(), settings.seed());
            case NONE -> new Bootstrap(sample.unitKeys(), 0, 0, 0);
        };
    }

    /**
     * Poisson bootstrap (Chamandy et al. 2012): each unit counts as often as a Poisson variable of mean 1 says. The interval is
     * the value plus and minus Student's t times the standard deviation of the replicates.
     *
     * <p>With G effective units, (sum w)^2 / sum w^2 of their weights w, a bootstrap is too sure by the root of (G - 1) / G,
     * which is made up for. The degrees of freedom count that the deviation was found from few units, and from few replicates:
     * {@code 1 / (1 / (G - 1) + 1 / (replicates - 1))} (Satterthwaite 1946). Users with very many rows are fewer than they seem.
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    record Bootstrap(long[] unitKeys, double effectiveUnits, int replicates, long seed) implements Resampling {
        private static final double NOUGHT = Math.exp(-1);
        private static final double LEAST = 1e-9;

        @Override
        public int[] counts(int replicate) {
            long stream = Keys.mix(Keys.mix(seed) + replicate);
            int[] counts = new int[unitKeys.length];
            for (int unit = 0; unit < counts.length; unit++) {
                double uniform = (Keys.mix(stream ^ unitKeys[unit]) >>> 11) * 0x1p-53;
                double probability = NOUGHT;
                double below = NOUGHT;
                int count = 0;
                while (uniform >= below && count < 20) {
                    count++;
                    probability /= count;
                    below += probability;
                }
                counts[unit] = count;
            }
            return counts;
        }

        @Override
        public Measured measure(double value, double[] drawn) {
            double[] finite = Arrays.stream(drawn).filter(Double::isFinite).toArray();
            if (!Double.isFinite(value)
                    || unitKeys.length < 2
                    || !(effectiveUnits > 1 + LEAST)
                    || finite.length < 0.9 * drawn.length
                    || drawn.length == 0) {
                return Measured.without(value);
            }
            double degrees = 1 / (1 / (effectiveUnits - 1) + 1 / (finite.length - 1.0));
            double error = deviation(finite) * Math.sqrt(effectiveUnits / (effectiveUnits - 1));
            return Measured.around(value, value, error, Math.max(1, (int) degrees));
        }
    }

    /**
     * Delete-a-bucket jackknife: with the value t of all and t(i) without bucket i, the pseudo-values are
     * {@code 20 t - 19 t(i)}; the error is their standard deviation over the root of 20, the interval lies around the mean of
     * the t(i). With a bucket empty or undefined there is no interval.
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    record Jackknife(long[] unitKeys, int[] buckets) implements Resampling {
        Jackknife(long[] unitKeys, long seed) {
            this(unitKeys, deal(unitKeys, seed));
        }

        /** Deals the units, shuffled by their keys, so that no bucket is larger than another by more than one. */
        private static int[] deal(long[] unitKeys, long seed) {
            Integer[] order = new Integer[unitKeys.length];
            Arrays.setAll(order, unit -> unit);
            Arrays.sort(order, Comparator.comparingLong((Integer unit) -> Keys.mix(Keys.mix(seed) ^ unitKeys[unit])));
            int[] buckets = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                buckets[order[i]] = i % BUCKETS;
            }
            return buckets;
        }

        @Override
        public int replicates() {
            return unitKeys.length < BUCKETS ? 0 : BUCKETS;
        }

        @Override
        public int[] counts(int replicate) {
            int[] counts = new int[buckets.length];
            Arrays.setAll(counts, unit -> buckets[unit] == replicate ? 0 : 1);
            return counts;
        }

        @Override
        public Measured measure(double value, double[] left) {
            if (left.length == 0
                    || !Double.isFinite(value)
                    || !Arrays.stream(left).allMatch(Double::isFinite)) {
                return Measured.without(value);
            }
            double[] pseudo = Arrays.stream(left)
                    .map(without -> BUCKETS * value - (BUCKETS - 1) * without)
                    .toArray();
            return Measured.around(value, mean(left), deviation(pseudo) / Math.sqrt(BUCKETS), BUCKETS - 1);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
