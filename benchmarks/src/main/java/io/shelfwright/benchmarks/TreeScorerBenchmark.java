package io.shelfwright.benchmarks;

import io.shelfwright.gbdt.GbdtPlugin;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scores rows with boosted trees of depth 6: Shelfwright's Java scorer against XGBoost4J, each on one thread.
 *
 * <p>Every call takes other rows, because the same row again finds its branches predicted; and XGBoost gets a new DMatrix
 * in every call, because it remembers the predictions of an old one. The set-up refuses to measure scores that differ by
 * a bit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@SuppressWarnings("NullAway.Init")
public class TreeScorerBenchmark {
    private static final int TRAINING_ROWS = 8000;
    private static final int SCORED_ROWS = 8000;
    private static final long SEED = 20;

    @Param({"1", "100", "1000"})
    public int rows;

    /** Trees x features, and the share of missing cells in percent. */
    @Param({"300x40x0", "300x100x15", "500x100x0"})
    public String model;

    private Path directory;
    private Ranker ranker;
    private Booster booster;
    private FeatureMatrix[] batches;
    private float[][] cells;
    private float[] logits;
    private int next;

    @Setup(Level.Trial)
    public void train() throws IOException, XGBoostError {
        if (!"1".equals(System.getenv("OMP_NUM_THREADS"))) {
            throw new IllegalStateException("set OMP_NUM_THREADS=1: XGBoost makes a DMatrix with all cores otherwise");
        }
        String[] parts = model.split("x", -1);
        int features = Integer.parseInt(parts[1]);
        double missing = Integer.parseInt(parts[2]) / 100.0;
        SyntheticRanking data = SyntheticRanking.of(TRAINING_ROWS, features, missing, SEED);
        directory = Files.createTempDirectory("tree-scorer");
        PluginFactory<RankerTrainer> trainer = new GbdtPlugin().trainers().get(0);
        Map<String, String> settings = Map.of("trees", parts[0], "early-stopping-rounds", "0");
        ModelOnly context = new ModelOnly(data.schema(), directory);
        trainer.create(PluginSettings.of(trainer.settingsType(), settings), context)
                .train(data.trainingSet(), SEED, directory, line -> {});
        PluginFactory<Ranker> rankers = new GbdtPlugin().rankers().get(0);
        ranker = rankers.create(PluginSettings.of(rankers.settingsType(), Map.of()), context);
        booster = XGBoost.loadModel(directory.resolve("stream.model.json").toString());
        booster.setParam("nthread", 1);
        fillBatches(SyntheticRanking.of(SCORED_ROWS, features, missing, SEED + 1));
        requireSameBits();
    }

    private void fillBatches(SyntheticRanking data) {
        batches = new FeatureMatrix[SCORED_ROWS / rows];
        cells = new float[batches.length][];
        for (int i = 0; i < batches.length; i++) {
            cells[i] = data.cells(i * rows, rows);
            batches[i] = new FeatureMatrix(data.schema(), rows, cells[i]);
        }
        logits = new float[rows];
    }

    private void requireSameBits() throws XGBoostError {
        for (int i = 0; i < batches.length; i++) {
            next = i;
            float[] ours = shelfwright();
            next = i;
            float[][] dmatrix = xgboostDmatrix();
            next = i;
            float[][] inplace = xgboostInplace();
            for (int row = 0; row < rows; row++) {
                if (ours[row] != dmatrix[row][0] || ours[row] != inplace[row][0]) {
                    throw new IllegalStateException("row " + row + " of batch " + i + " scores " + ours[row]
                            + ", XGBoost says " + dmatrix[row][0] + " and " + inplace[row][0]);
                }
            }
        }
    }

    private int turn() {
        int now = next;
        next = now + 1 == batches.length ? 0 : now + 1;
        return now;
    }

    @Benchmark
    public float[] shelfwright() {
        ranker.score(batches[turn()], logits);
        return logits;
    }

    @Benchmark
    public float[][] xgboostDmatrix() throws XGBoostError {
        DMatrix matrix = new DMatrix(cells[turn()], rows, batches[0].columns(), Float.NaN);
        try {
            return booster.predict(matrix, true);
        } finally {
            matrix.dispose();
        }
    }

    @Benchmark
    public float[][] xgboostInplace() throws XGBoostError {
        return booster.inplace_predict(
                cells[turn()],
                rows,
                batches[0].columns(),
                Float.NaN,
                new int[] {0, 0},
                Booster.PredictionType.kMargin,
                null);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        ranker.close();
        booster.dispose();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
