package io.shelfwright.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.shelfwright.api.PluginException;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.TrainingSet;
import io.shelfwright.testkit.TestContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogisticRankerTest {
    private static final int ROWS = 400;
    private static final int COLUMNS = 5;

    @TempDir
    Path directory;

    private final SyntheticRows data = SyntheticRows.of(ROWS, COLUMNS, 0.15, 31);

    @BeforeEach
    void trainTwoObjectives() {
        float[] labels = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[2 * row] = data.labels()[row];
            labels[2 * row + 1] = row % 4 == 0 ? 1 : 0;
        }
        TrainingSet set = new TrainingSet(
                data.matrix(), List.of(Objective.STREAM, Objective.HIDE), labels, data.weights(), new int[ROWS]);
        new LogisticTrainer(LogisticTrainerTest.settings(1)).train(set, 0, directory, line -> {});
    }

    @Test
    void anExplanationSumsToTheLogit() {
        Ranker ranker = open("");
        float[] logits = new float[2 * ROWS];
        ranker.score(data.matrix(), logits);
        for (int row = 0; row < ROWS; row++) {
            List<Contribution> contributions = ranker.explain(data.matrix(), row);
            assertThat(contributions).hasSize(COLUMNS + 1);
            assertThat(contributions.get(0).feature()).isEqualTo("bias");
            assertThat(contributions.get(5).feature()).isEqualTo("synthetic.f4");
            double sum = contributions.stream().mapToDouble(Contribution::value).sum();
            assertThat(sum).isCloseTo(logits[2 * row], within(1e-6));
        }
    }

    @Test
    void objectivesAreScoredSideBySide() {
        Ranker ranker = open("");
        assertThat(ranker.objectives()).containsExactly("stream", "hide");
        assertThat(ranker.trainedOn()).contains(data.schema());
        float[] logits = new float[2 * ROWS];
        ranker.score(data.matrix(), logits);
        LogisticModel model =
                WeightsFile.read(directory, ModelFiles.schema(directory), ModelFiles.objectives(directory));
        for (int row = 0; row < ROWS; row++) {
            for (int objective = 0; objective < 2; objective++) {
                assertThat(logits[2 * row + objective])
                        .isEqualTo((float) model.logit(model.heads().get(objective), data.values(), row * COLUMNS));
            }
        }
    }

    @Test
    void anInfiniteValueCountsAsMissing() {
        Ranker ranker = open("");
        float[] values = new float[2 * COLUMNS];
        values[0] = Float.NaN;
        values[COLUMNS] = Float.POSITIVE_INFINITY;
        float[] logits = new float[4];
        ranker.score(new FeatureMatrix(data.schema(), 2, values), logits);
        assertThat(logits[0]).isFinite().isEqualTo(logits[2]);
    }

    @Test
    void scoringAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Ranker ranker = open("");
        FeatureMatrix rows = data.matrix();
        float[] logits = new float[2 * ROWS];
        ranker.score(rows, logits);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < 100; call++) {
            ranker.score(rows, logits);
        }
        // What the measurement itself allocates is a constant.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ROWS);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        assertThatThrownBy(() -> open("").score(SyntheticRows.of(1, 6, 0, 1).matrix(), new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 features");
    }

    @Test
    void aModelThatIsNotInTheSnapshotIsSaid() {
        assertThatThrownBy(() -> open("elsewhere"))
                .isInstanceOf(PluginException.class)
                .hasMessage("ranker first has no model 'elsewhere' in this snapshot: train one with"
                        + " `shelfwright learn --ranker logistic`");
    }

    @Test
    void aBrokenModelIsSaidWithFileAndLine() throws Exception {
        Path weights = directory.resolve(WeightsFile.NAME);
        List<String> lines = Files.readAllLines(weights);
        assertBroken(lines, 3, lines.get(3).replaceFirst("[0-9.E-]+$", "much"), "line 4: 'much' is not a number");
        assertBroken(lines, 3, lines.get(3).replaceFirst("[0-9.E-]+$", "NaN"), "line 4: 'NaN' is not a finite number");
        assertBroken(lines, 2, lines.get(3), "line 3: expected is 6 fields");
        Files.write(weights, lines.subList(0, 8));
        assertThatThrownBy(() -> open("")).isInstanceOf(PluginException.class).hasMessageContaining("has 8 lines");
        Files.delete(weights);
        assertThatThrownBy(() -> open("")).isInstanceOf(PluginException.class).hasMessageContaining("weights.tsv");
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        ShelfwrightPlugin plugin = ServiceLoader.load(ShelfwrightPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals("logistic"))
                .findFirst()
                .orElseThrow();
        assertThat(plugin.rankers()).extracting(PluginFactory::name).containsExactly("logistic");
        assertThat(plugin.trainers()).extracting(PluginFactory::name).containsExactly("logistic");
    }

    private void assertBroken(List<String> lines, int index, String line, String message) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        Files.write(directory.resolve(WeightsFile.NAME), changed);
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining(WeightsFile.NAME)
                .hasMessageContaining(message);
    }

    private Ranker open(String model) {
        return new LogisticPlugin()
                .rankers()
                .get(0)
                .create(
                        new LogisticRankerSettings(model),
                        TestContext.empty().withInstanceName("first").withModel("first", directory));
    }
}
