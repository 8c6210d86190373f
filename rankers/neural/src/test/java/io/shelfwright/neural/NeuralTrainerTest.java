package io.shelfwright.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralTrainerTest {
    @TempDir
    Path directory;

    @Test
    void itLearnsWhatNoSumOfSingleFeaturesCanTell() {
        Trained.train(SyntheticRows.of(6000, 8, 1).trainingSet(), 5, directory);
        SyntheticRows fresh = SyntheticRows.of(1000, 8, 2);
        float[] logits = new float[fresh.rows() * 2];

        try (NeuralRanker ranker = Trained.open(directory)) {
            ranker.score(fresh.matrix(), logits);
        }

        assertThat(fresh.auc(logits, 0)).isGreaterThan(0.8);
        assertThat(fresh.auc(logits, 1)).isGreaterThan(0.9);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        TrainingSet data = SyntheticRows.of(1500, 6, 1).trainingSet();

        List<byte[]> first = files(Trained.train(data, 5, directory.resolve("first")));
        List<byte[]> second = files(Trained.train(data, 5, directory.resolve("second")));
        List<byte[]> third = files(Trained.train(data, 6, directory.resolve("third")));

        assertThat(first).hasSize(5);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).isEqualTo(first.get(i));
        }
        assertThat(third.get(0)).isNotEqualTo(first.get(0));
    }

    private static List<byte[]> files(Path directory) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String name : List.of(
                "network-0000.params", "network.txt", "normalisation.tsv", ModelFiles.SCHEMA, ModelFiles.OBJECTIVES)) {
            contents.add(Files.readAllBytes(directory.resolve(name)));
        }
        return contents;
    }

    @Test
    void weightsCount() {
        SyntheticRows rows = SyntheticRows.of(4000, 6, 1);
        float[] weights = new float[rows.rows()];
        int[] groups = new int[rows.rows()];
        double positive = 0;
        for (int row = 0; row < rows.rows(); row++) {
            weights[row] = rows.labels()[row * 2] == 1 ? 3 : 0.25f;
            groups[row] = row / 10;
            positive += rows.labels()[row * 2];
        }
        Trained.train(
                new TrainingSet(rows.matrix(), SyntheticRows.OBJECTIVES, rows.labels(), weights, groups), 5, directory);
        float[] logits = new float[rows.rows() * 2];
        try (NeuralRanker ranker = Trained.open(directory)) {
            ranker.score(rows.matrix(), logits);
        }

        double mean = 0;
        for (int row = 0; row < rows.rows(); row++) {
            mean += 1 / (1 + Math.exp(-logits[row * 2])) / rows.rows();
        }
        assertThat(mean).isGreaterThan(positive / rows.rows() + 0.15);
    }

    @Test
    void theHeldOutRowsOfTheDataDecideWhenToStop() {
        SyntheticRows rows = SyntheticRows.of(2000, 6, 1);
        boolean[] heldOut = new boolean[rows.rows()];
        float[] labels = rows.labels().clone();
        for (int row = 0; row < rows.rows(); row++) {
            heldOut[row] = row >= 1500;
            for (int i = 2 * row; heldOut[row] && i < 2 * row + 2; i++) {
                labels[i] = 1 - labels[i];
            }
        }
        List<String> lines = new ArrayList<>();
        new NeuralTrainer(new NeuralTrainerSettings(List.of("16"), 40, 64, 0.01, 0, 2))
                .train(withLabels(rows, labels).withHeldOut(heldOut), 1, directory, lines::add);

        assertThat(lines.stream().filter(line -> line.startsWith("pass"))).hasSizeLessThan(12);
    }

    @Test
    void aSideObjectiveWithoutExamplesIsSkippedAndSaid() {
        SyntheticRows rows = SyntheticRows.of(400, 5, 1);
        float[] labels = rows.labels().clone();
        for (int row = 0; row < rows.rows(); row++) {
            labels[row * 2 + 1] = 0;
        }
        List<String> lines = new ArrayList<>();

        new NeuralTrainer(Trained.SETTINGS).train(withLabels(rows, labels), 1, directory, lines::add);

        assertThat(lines).anyMatch(line -> line.contains("save: skipped, 0 rows for and 400 against"));
        assertThat(ModelFiles.objectives(directory)).containsExactly(Objective.STREAM);
    }

    @Test
    void oneClassOnlyCannotTrainAModel() {
        SyntheticRows rows = SyntheticRows.of(400, 5, 1);
        float[] labels = new float[rows.labels().length];

        assertThatThrownBy(() ->
                        new NeuralTrainer(Trained.SETTINGS).train(withLabels(rows, labels), 1, directory, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("main objective stream has one class only: 0 rows for and 400 against");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void noRowsCannotTrainAModel() {
        TrainingSet nothing = SyntheticRows.of(0, 5, 1).trainingSet();

        assertThatThrownBy(() -> new NeuralTrainer(Trained.SETTINGS).train(nothing, 1, directory, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 rows");
    }

    @Test
    void aRowWithoutWeightIsRefused() {
        SyntheticRows rows = SyntheticRows.of(50, 5, 1);
        TrainingSet data =
                new TrainingSet(rows.matrix(), SyntheticRows.OBJECTIVES, rows.labels(), new float[50], new int[50]);

        assertThatThrownBy(() -> new NeuralTrainer(Trained.SETTINGS).train(data, 1, directory, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 0 has the weight 0.0");
    }

    private static TrainingSet withLabels(SyntheticRows rows, float[] labels) {
        float[] weights = new float[rows.rows()];
        Arrays.fill(weights, 1);
        int[] groups = new int[rows.rows()];
        Arrays.setAll(groups, row -> row / 10);
        return new TrainingSet(rows.matrix(), SyntheticRows.OBJECTIVES, labels, weights, groups);
    }
}
