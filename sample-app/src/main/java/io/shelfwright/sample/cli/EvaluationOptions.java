package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.IntervalMethod;
import io.shelfwright.learning.evaluation.ResamplingUnit;
import io.shelfwright.learning.evaluation.WithoutPositives;
import java.util.List;
import picocli.CommandLine.Option;

/** How the verbs that evaluate scores measure. */
final class EvaluationOptions {
    @Option(
            names = "--slice",
            paramLabel = "SPEC",
            description = "Slice to measure as well: a column, column=value, or several joined by *; may be repeated.")
    private List<String> slices = List.of();

    @Option(
            names = "--at",
            paramLabel = "K",
            split = ",",
            description = "Where ranked lists are cut off, by default ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private List<String> at = List.of("10");

    @Option(
            names = "--intervals",
            paramLabel = "M",
            description = "bootstrap, jackknife or none, by default ${DEFAULT-VALUE}.",
            defaultValue = "bootstrap")
    private IntervalMethod intervals = IntervalMethod.BOOTSTRAP;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Draws of the bootstrap, by default ${DEFAULT-VALUE}.",
            defaultValue = "2000")
    private int replicates = 2000;

    @Option(
            names = "--unit",
            paramLabel = "U",
            description = "What is resampled as a whole: request, user, or auto (user where any has several requests).",
            defaultValue = "auto")
    private ResamplingUnit unit = ResamplingUnit.AUTO;

    @Option(
            names = "--bins",
            paramLabel = "N",
            description = "Bins of the calibration error, by default ${DEFAULT-VALUE}.",
            defaultValue = "15")
    private int bins = 15;

    @Option(
            names = "--without-positives",
            paramLabel = "W",
            description = "Requests without a positive: exclude from the means, or zero as TFMA does.",
            defaultValue = "exclude")
    private WithoutPositives withoutPositives = WithoutPositives.EXCLUDE;

    @Option(
            names = "--min-slice",
            paramLabel = "N",
            description = "Rows below which a slice is only reported, by default ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int minSlice = 100;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the draws.", defaultValue = "1")
    private long seed = 1;

    EvaluationSettings settings() {
        requireBetween("--replicates", replicates, 100, 100_000);
        requireBetween("--bins", bins, 1, 1000);
        requireBetween("--min-slice", minSlice, 1, Integer.MAX_VALUE);
        try {
            return new EvaluationSettings(
                    at, bins, withoutPositives, intervals, replicates, seed, unit, slices, minSlice);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadRequestException(option + " is " + value + ", allowed is " + least + " to " + most);
        }
    }
}
