package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.shelfwright.api.PluginException;
import io.shelfwright.gbdt.GbdtRankerSettings.Scorer;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.TrainingSet;
import io.shelfwright.testkit.TestContext;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GbdtRankerTest {
    private static final int ROWS = 800;
    private static final int COLUMNS = 7;

    @TempDir
    Path directory;

    private final SyntheticRows data = SyntheticRows.of(ROWS, COLUMNS, 0.1, 21);

    @BeforeEach
    void trainTwoObjectives() {
        float[] labels = new float[ROWS * 2];
        for (int row = 0; row < ROWS; row++) {
            labels[row * 2] = data.labels()[row];
            labels[row * 2 + 1] = data.values()[row * COLUMNS] > 1 ? 1 : 0;
        }
        float[] ones = new float[ROWS];
        Arrays.fill(ones, 1);
        TrainingSet set =
                new TrainingSet(data.matrix(), List.of(Objective.STREAM, Objective.HIDE), labels, ones, data.groups());
        new GbdtTrainer(GbdtTrainerTest.settings(20, 4, 1, 1, 0)).train(set, 1, directory, line -> {});
    }

    @Test
    void bothScorersGiveEveryObjectiveTheSameBits() {
        float[] java = new float[ROWS * 2];
        float[] byXgboost = new float[ROWS * 2];
        try (Ranker first = open("", Scorer.JAVA);
                Ranker second = open("", Scorer.NATIVE)) {
            assertThat(first.objectives()).containsExactly("stream", "hide");
            assertThat(first.trainedOn()).contains(data.schema());
            first.score(data.matrix(), java);
            second.score(data.matrix(), byXgboost);
        }
        assertThat(java).isEqualTo(byXgboost);
        assertThat(java[0]).isNotEqualTo(java[1]);
    }

    @Test
    void anExplanationSumsToTheLogit() {
        try (Ranker ranker = open("", Scorer.JAVA)) {
            float[] logits = new float[ROWS * 2];
            ranker.score(data.matrix(), logits);
            for (int row = 0; row < 100; row++) {
                List<Contribution> contributions = ranker.explain(data.matrix(), row);
                assertThat(contributions).hasSize(COLUMNS + 1);
                assertThat(contributions.get(0).feature()).isEqualTo("bias");
                assertThat(contributions.get(1).feature()).isEqualTo("synthetic.f0");
                double sum =
                        contributions.stream().mapToDouble(Contribution::value).sum();
                assertThat(sum).isCloseTo(logits[row * 2], within(1e-5));
            }
        }
    }

    @Test
    void scoringAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Ranker ranker = open("", Scorer.JAVA)) {
            float[] logits = new float[ROWS * 2];
            FeatureMatrix rows = data.matrix();
            ranker.score(rows, logits);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < 100; call++) {
                ranker.score(rows, logits);
            }
            // What the measurement itself allocates is a constant.
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ROWS);
        }
    }

    @Test
    void manyThreadsGetTheSameScores() throws Exception {
        float[] expected = new float[ROWS * 2];
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Ranker ranker = open("", Scorer.JAVA)) {
            ranker.score(data.matrix(), expected);
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(threads.submit(() -> {
                    float[] logits = new float[ROWS * 2];
                    ranker.score(data.matrix(), logits);
                    return logits;
                }));
            }
            for (Future<float[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noRowsAreNoTrouble() {
        for (Scorer scorer : Scorer.values()) {
            try (Ranker ranker = open("", scorer)) {
                ranker.score(new FeatureMatrix(data.schema(), 0, new float[0]), new float[0]);
            }
        }
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        try (Ranker ranker = open("", Scorer.JAVA)) {
            SyntheticRows wide = SyntheticRows.of(2, COLUMNS + 1, 0, 1);
            assertThatThrownBy(() -> ranker.score(wide.matrix(), new float[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("7 features");
        }
    }

    @Test
    void aClosedNativeRankerRefusesToScore() {
        Ranker ranker = open("", Scorer.NATIVE);
        ranker.close();
        ranker.close();
        assertThatThrownBy(() -> ranker.score(data.matrix(), new float[ROWS * 2]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aModelThatIsNotInTheSnapshotIsSaid() {
        assertThatThrownBy(() -> open("elsewhere", Scorer.JAVA))
                .isInstanceOf(PluginException.class)
                .hasMessage("ranker gbdt has no model 'elsewhere' in this snapshot: train one with"
                        + " `shelfwright learn --ranker gbdt`");
    }

    @Test
    void aBrokenModelIsSaidWithItsFile() throws Exception {
        Files.writeString(directory.resolve("hide.model.json"), "{}");
        assertThatThrownBy(() -> open("", Scorer.JAVA))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("hide.model.json is refused: there is no object 'learner'");
        Files.delete(directory.resolve("hide.model.json"));
        assertThatThrownBy(() -> open("", Scorer.JAVA))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("hide.model.json");
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        ShelfwrightPlugin plugin = ServiceLoader.load(ShelfwrightPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals("gbdt"))
                .findFirst()
                .orElseThrow();
        assertThat(plugin.rankers()).extracting(PluginFactory::name).containsExactly("gbdt");
        assertThat(plugin.trainers()).extracting(PluginFactory::name).containsExactly("gbdt");
    }

    private Ranker open(String model, Scorer scorer) {
        return new GbdtPlugin()
                .rankers()
                .get(0)
                .create(
                        new GbdtRankerSettings(model, scorer),
                        TestContext.empty().withInstanceName("gbdt").withModel("gbdt", directory));
    }
}
