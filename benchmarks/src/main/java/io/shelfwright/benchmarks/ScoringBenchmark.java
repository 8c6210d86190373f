package io.shelfwright.benchmarks;

import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Ranker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** Scores a feature matrix with each ranker; with {@code -prof gc} it shows what a row costs in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init")
public class ScoringBenchmark {
    private static final int TRAINING_ROWS = 8000;
    private static final int FEATURES = 80;

    @Param({"500", "2000"})
    public int candidates;

    @Param({"logistic", "gbdt", "neural"})
    public String ranker;

    private Path directory;
    private Ranker scorer;
    private FeatureMatrix[] batches;
    private float[] logits;
    private int next;

    @Setup(Level.Trial)
    public void train() throws IOException {
        SyntheticRanking data = SyntheticRanking.of(TRAINING_ROWS, FEATURES, 0.1, 3);
        directory = Files.createTempDirectory("scoring");
        PluginRegistry plugins = PluginRegistry.discover(ScoringBenchmark.class.getClassLoader());
        ModelOnly context = new ModelOnly(data.schema(), directory);
        var trainer = plugins.factory(PluginKind.TRAINER, ranker).orElseThrow();
        trainer.create(PluginSettings.of(trainer.settingsType(), TrainerSettings.of(ranker)), context)
                .train(data.trainingSet(), 1, directory, line -> {});
        var factory = plugins.factory(PluginKind.RANKER, ranker).orElseThrow();
        scorer = factory.create(PluginSettings.of(factory.settingsType(), Map.of()), context);
        batches = new FeatureMatrix[TRAINING_ROWS / candidates];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new FeatureMatrix(data.schema(), candidates, data.cells(i * candidates, candidates));
        }
        logits = new float[candidates];
    }

    @Benchmark
    public float[] score() {
        next = next + 1 < batches.length ? next + 1 : 0;
        scorer.score(batches[next], logits);
        return logits;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        scorer.close();
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
