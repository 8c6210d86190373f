package io.shelfwright.learning.evaluation;

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * How a model is measured.
 *
 * @param at where ranked lists are cut off, each a whole number from 1
 * @param bins bins of the calibration error
 * @param withoutPositives what becomes of requests without a positive
 * @param intervals how intervals are made
 * @param replicates draws of the bootstrap
 * @param seed of the draws
 * @param unit what is resampled as a whole
 * @param slices what is measured beside everything together, see {@link SliceSpec}
 * @param minSliceExamples rows below which a slice is reported but not measured
 */
public record EvaluationSettings(
        @Setting(value = "Where ranked lists are cut off, in cards.", defaultValue = "[10]")
        List<String> at,

        @Setting(
                value = "Bins of equally many cards for the calibration error.",
                defaultValue = "15",
                min = 1,
                max = 1000)
        int bins,

        @Setting(
                value = "Whether requests without a positive are left out of the means over requests and reported, or"
                        + " count as 0.",
                defaultValue = "exclude")
        WithoutPositives withoutPositives,

        @Setting(value = "How intervals are made.", defaultValue = "bootstrap")
        IntervalMethod intervals,

        @Setting(value = "Draws of the bootstrap.", defaultValue = "2000", min = 100, max = 100000)
        int replicates,

        @Setting(value = "Seed of the draws.", defaultValue = "1")
        long seed,

        @Setting(
                value = "What is resampled as a whole; auto is user where any user has several requests.",
                defaultValue = "auto")
        ResamplingUnit unit,

        @Setting(
                value = "Slices to measure: a column, column=value, or several of these joined by *.",
                defaultValue = "[]")
        List<String> slices,

        @Setting(
                value = "Cards below which a slice is reported but not measured.",
                defaultValue = "100",
                min = 1,
                max = 1000000000)
        int minSliceExamples) {

    /** Lists of 10, 15 bins, 2,000 draws of the bootstrap with seed 1, no slices, 100 rows a slice. */
    public static final EvaluationSettings DEFAULTS = new EvaluationSettings(
            List.of("10"),
            15,
            WithoutPositives.EXCLUDE,
            IntervalMethod.BOOTSTRAP,
            2000,
            1,
            ResamplingUnit.AUTO,
            List.of(),
            100);

    public EvaluationSettings {
        at = List.copyOf(at);
        slices = List.copyOf(slices);
        if (at.isEmpty()) {
            throw new IllegalArgumentException("at is empty; allowed is at least one number of cards, such as [10]");
        }
        for (String cut : at) {
            if (!cut.matches("[1-9]\\d{0,5}")) {
                throw new IllegalArgumentException(
                        "at holds '" + cut + "'; allowed are whole numbers from 1 to 999999");
            }
        }
        slices.forEach(SliceSpec::parse);
    }

    /** Returns where lists are cut off, ascending. */
    List<Integer> cuts() {
        return at.stream().map(Integer::valueOf).distinct().sorted().toList();
    }

    /** Returns a copy that measures other slices. */
    public EvaluationSettings slices(List<String> value) {
        return new EvaluationSettings(
                at, bins, withoutPositives, intervals, replicates, seed, unit, value, minSliceExamples);
    }

    /** Returns a copy with another number of draws and another seed. */
    public EvaluationSettings draws(int count, long first) {
        return new EvaluationSettings(
                at, bins, withoutPositives, intervals, count, first, unit, slices, minSliceExamples);
    }

    /** Returns a copy with other intervals over other units. */
    public EvaluationSettings intervals(IntervalMethod method, ResamplingUnit over) {
        return new EvaluationSettings(
                at, bins, withoutPositives, method, replicates, seed, over, slices, minSliceExamples);
    }
}
