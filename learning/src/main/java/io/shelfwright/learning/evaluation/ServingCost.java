package io.shelfwright.learning.evaluation;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Ranker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What it costs to serve a model.
 *
 * @param cpuMillisPer1000 milliseconds of processor time to score 1,000 candidates; NaN where it was not measured
 * @param bytes size of the model's files
 */
public record ServingCost(double cpuMillisPer1000, long bytes) {
    /** Name of the metric of processor time. */
    public static final String CPU = "cpu-ms-per-1000";

    /** Name of the metric of size. */
    public static final String BYTES = "model-bytes";

    private static final int ROUNDS = 7;
    private static final int CANDIDATES = 1000;

    /**
     * Measures a ranker: the median of seven rounds, each of whole passes over the rows, after two rounds to warm up.
     *
     * @param rows candidates to score, at least one
     * @param cpuNanos processor time of this thread, in nanoseconds, such as that of {@code ThreadMXBean}
     * @param model directory of its files
     */
    public static ServingCost measure(Ranker ranker, FeatureMatrix rows, LongSupplier cpuNanos, Path model) {
        int passes = Math.max(1, (CANDIDATES + rows.rows() - 1) / rows.rows());
        float[] logits = new float[rows.rows() * ranker.objectives().size()];
        double[] rounds = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long start = cpuNanos.getAsLong();
            for (int pass = 0; pass < passes; pass++) {
                ranker.score(rows, logits);
            }
            if (round >= 0) {
                rounds[round] = (cpuNanos.getAsLong() - start) / 1e6 * CANDIDATES / ((double) passes * rows.rows());
            }
        }
        Arrays.sort(rounds);
        return new ServingCost(rounds[ROUNDS / 2], size(model));
    }

    /** Returns the sum of the sizes of all files below a directory but those of the model card. */
    public static long size(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("model-card."))
                    .toList();
            long sum = 0;
            for (Path file : files) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of the model in " + directory, e);
        }
    }
}
