package io.shelfwright.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.TrainingSet;
import io.shelfwright.testkit.RandomCases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogisticTrainerTest {
    private static final double L2 = 1;

    @TempDir
    Path directory;

    private final List<String> progress = new ArrayList<>();

    @Test
    void theGradientVanishesAtTheSolution() {
        RandomCases.run(15, (seed, random) -> {
            SyntheticRows data =
                    SyntheticRows.of(random.nextInt(50, 600), random.nextInt(1, 12), seed % 3 == 0 ? 0 : 0.2, seed);
            double l2 = Math.exp(random.nextDouble(-7, 7));
            LogisticModel model = train(data.trainingSet(), l2, "case" + seed);
            double[] gradient = gradient(data, model, l2);
            for (double slope : gradient) {
                assertThat(slope).isCloseTo(0, within(1e-6 * data.rows()));
            }
        });
    }

    @Test
    void aRowOfWeightThreeCountsAsTheSameRowThreeTimes() {
        SyntheticRows data = SyntheticRows.of(2000, 10, 0.1, 3);
        LogisticModel weighted = train(data.trainingSet(), L2, "weighted");
        LogisticModel repeated = train(data.repeated().trainingSet(), L2, "repeated");

        assertThat(weighted.heads().get(0).weight())
                .containsExactly(repeated.heads().get(0).weight(), within(1e-8));
        assertThat(weighted.heads().get(0).missing())
                .containsExactly(repeated.heads().get(0).missing(), within(1e-8));
        assertThat(weighted.heads().get(0).bias())
                .isCloseTo(repeated.heads().get(0).bias(), within(1e-8));
    }

    @Test
    void theSameDataGivesTheSameBytesWhateverTheSeed() throws Exception {
        SyntheticRows data = SyntheticRows.of(500, 6, 0.1, 4);
        new LogisticTrainer(settings(L2)).train(data.trainingSet(), 1, directory.resolve("a"), progress::add);
        new LogisticTrainer(settings(L2)).train(data.trainingSet(), 2, directory.resolve("b"), progress::add);

        for (String file : List.of(WeightsFile.NAME, ModelFiles.SCHEMA, ModelFiles.OBJECTIVES)) {
            assertThat(directory.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("b").resolve(file));
        }
    }

    @Test
    void classesThatALineSeparatesGetFiniteWeights() {
        SyntheticRows data = SyntheticRows.of(400, 3, 0, 5);
        for (int row = 0; row < 400; row++) {
            data.labels()[row] = data.values()[row * 3] > 0 ? 1 : 0;
        }
        for (double l2 : new double[] {1, 1e-6}) {
            Head head = train(data.trainingSet(), l2, "separable" + l2).heads().get(0);
            assertThat(head.weight()[0]).isFinite().isPositive();
            assertThat(progress.get(progress.size() - 1)).contains("converged");
        }
    }

    @Test
    void columnsThatSayNothingGetNoWeight() {
        SyntheticRows data = SyntheticRows.of(300, 4, 0, 6);
        for (int row = 0; row < 300; row++) {
            data.values()[row * 4] = 0.1f;
            data.values()[row * 4 + 1] = Float.NaN;
            data.values()[row * 4 + 2] = row % 3 == 0 ? Float.NEGATIVE_INFINITY : 12f;
        }
        LogisticModel model = train(data.trainingSet(), L2, "nothing");
        Head head = model.heads().get(0);

        assertThat(head.weight()[0]).isZero();
        assertThat(head.missing()[0]).isZero();
        assertThat(head.weight()[1]).isZero();
        assertThat(head.missing()[1]).isZero();
        assertThat(head.weight()[2]).isZero();
        assertThat(head.missing()[2]).isNotZero();
        assertThat(head.weight()[3]).isNotZero();
    }

    @Test
    void columnsThatAreCopiesShareTheirWeight() {
        SyntheticRows data = SyntheticRows.of(500, 3, 0, 7);
        for (int row = 0; row < 500; row++) {
            data.values()[row * 3 + 1] = data.values()[row * 3];
        }
        double[] weight = train(data.trainingSet(), L2, "copies").heads().get(0).weight();
        assertThat(weight[0]).isCloseTo(weight[1], within(1e-8)).isNotZero();
    }

    @Test
    void columnsOfHugeAndTinySizeAreLearnedAlike() {
        SyntheticRows data = SyntheticRows.of(500, 3, 0, 8);
        SyntheticRows scaled = SyntheticRows.of(500, 3, 0, 8);
        for (int row = 0; row < 500; row++) {
            scaled.values()[row * 3] *= 0x1p60f;
            scaled.values()[row * 3 + 1] *= 0x1p-60f;
        }
        assertThat(train(scaled.trainingSet(), L2, "scaled").heads().get(0).weight())
                .containsExactly(
                        train(data.trainingSet(), L2, "plain").heads().get(0).weight(), within(1e-9));
    }

    @Test
    void labelsBetweenTheClassesAreFitted() {
        SyntheticRows data = SyntheticRows.of(200, 1, 0, 9);
        Arrays.fill(data.labels(), 0.25f);
        Head head = train(data.trainingSet(), L2, "quarter").heads().get(0);
        assertThat(head.bias()).isCloseTo(Math.log(1 / 3.0), within(1e-8));
        assertThat(head.weight()[0]).isCloseTo(0, within(1e-8));
    }

    @Test
    void anObjectiveWithTooFewRowsIsSkippedAndSaid() {
        SyntheticRows data = SyntheticRows.of(300, 2, 0, 10);
        float[] labels = new float[900];
        for (int row = 0; row < 300; row++) {
            labels[row * 3] = data.labels()[row];
            labels[row * 3 + 1] = row < 19 ? 1 : 0;
            labels[row * 3 + 2] = row < 20 ? 1 : 0;
        }
        List<String> objectives = List.of(Objective.STREAM, Objective.SAVE, Objective.HIDE);
        LogisticModel model =
                train(new TrainingSet(data.matrix(), objectives, labels, data.weights(), new int[300]), L2, "some");

        assertThat(model.heads()).extracting(Head::objective).containsExactly("stream", "hide");
        assertThat(progress).anyMatch(line -> line.startsWith("save: skipped, 19 rows for and 281 against"));
    }

    @Test
    void whatCannotBeTrainedOnIsRefused() {
        SyntheticRows data = SyntheticRows.of(30, 2, 0, 11);
        Arrays.fill(data.labels(), 1);
        assertRefused(data, "stream has one class only: 30 rows for and 0 against");
        data.labels()[4] = 1.5f;
        assertRefused(data, "row 4 has the label 1.5");
        data.weights()[5] = Float.NaN;
        assertRefused(data, "row 5 has the weight NaN");
        assertRefused(SyntheticRows.of(0, 2, 0, 11), "nothing to train on: 0 rows");
    }

    @Test
    void noiseIsLearnedLessWhereRowsAreHeldOut() {
        SyntheticRows noise = SyntheticRows.of(400, 30, 0, 12);
        SplittableRandom random = new SplittableRandom(5);
        boolean[] heldOut = new boolean[400];
        for (int row = 0; row < 400; row++) {
            noise.labels()[row] = random.nextInt(2);
            heldOut[row] = row % 2 == 0;
        }
        double without = size(train(noise.trainingSet(), 0.1, "all"));
        double stopped = size(train(noise.trainingSet().withHeldOut(heldOut), 0.1, "stopped"));

        assertThat(stopped).isLessThan(without / 4);
        assertThat(progress).anyMatch(line -> line.contains("kept the penalty"));
        assertThat(progress.stream().filter(line -> line.contains("held-out log loss")))
                .as("the path ends before the weakest of 8 penalties")
                .hasSizeLessThan(8);
    }

    @Test
    void aSignalIsKeptWhereRowsAreHeldOut() {
        SyntheticRows data = SyntheticRows.of(4000, 6, 0, 13);
        boolean[] heldOut = new boolean[4000];
        for (int row = 0; row < 4000; row++) {
            heldOut[row] = row % 5 == 0;
        }
        double[] all = train(data.trainingSet(), L2, "all").heads().get(0).weight();
        double[] stopped = train(data.trainingSet().withHeldOut(heldOut), L2, "stopped")
                .heads()
                .get(0)
                .weight();
        assertThat(stopped).containsExactly(all, within(0.1));
    }

    private static double size(LogisticModel model) {
        double squares = 0;
        for (double weight : model.heads().get(0).weight()) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    private void assertRefused(SyntheticRows data, String message) {
        assertThatThrownBy(() -> train(data.trainingSet(), L2, "refused"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(directory.resolve("refused")).doesNotExist();
    }

    private LogisticModel train(TrainingSet data, double l2, String name) {
        Path model = directory.resolve(name);
        new LogisticTrainer(settings(l2)).train(data, 0, model, progress::add);
        return WeightsFile.read(model, ModelFiles.schema(model), ModelFiles.objectives(model));
    }

    /** Returns the derivatives by the definition of the loss, one after the other. */
    private static double[] gradient(SyntheticRows data, LogisticModel model, double l2) {
        int columns = data.columns();
        Head head = model.heads().get(0);
        double[] gradient = new double[1 + 2 * columns];
        FeatureMatrix matrix = data.matrix();
        for (int row = 0; row < data.rows(); row++) {
            double logit = model.logit(head, matrix.values(), row * columns);
            double slope = data.weights()[row] * (1 / (1 + Math.exp(-logit)) - data.labels()[row]);
            gradient[0] += slope;
            for (int column = 0; column < columns; column++) {
                float value = matrix.get(row, column);
                if (Float.isNaN(value)) {
                    gradient[1 + columns + column] += slope;
                } else {
                    gradient[1 + column] += slope * (value - model.mean()[column]) / model.deviation()[column];
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            gradient[1 + column] += l2 * head.weight()[column];
            gradient[1 + columns + column] += l2 * head.missing()[column];
        }
        return gradient;
    }

    static LogisticTrainerSettings settings(double l2) {
        return new LogisticTrainerSettings(l2, 200, 2);
    }
}
