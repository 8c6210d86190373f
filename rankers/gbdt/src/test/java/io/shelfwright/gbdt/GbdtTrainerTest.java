package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.FeatureMatrix;
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

class GbdtTrainerTest {
    private static final GbdtTrainerSettings SMALL = settings(30, 4, 1, 1, 0);

    @TempDir
    Path directory;

    private final List<String> progress = new ArrayList<>();

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        SyntheticRows data = SyntheticRows.of(1500, 8, 0.1, 3);
        GbdtTrainerSettings sampling = settings(40, 4, 0.7, 0.7, 10);
        byte[] first = train(sampling, data.trainingSet(), 7, "a");

        assertThat(train(sampling, data.trainingSet(), 7, "b")).isEqualTo(first);
        assertThat(train(sampling, data.trainingSet(), 8, "c")).isNotEqualTo(first);
    }

    @Test
    void twoThreadsGiveTheSameBytesEachTime() throws Exception {
        SyntheticRows data = SyntheticRows.of(5000, 12, 0.1, 3);
        GbdtTrainerSettings threads = new GbdtTrainerSettings(40, 6, 0.3, 1, 0.7, 0.7, 1, 10, 0.2, 2);
        byte[] first = train(threads, data.trainingSet(), 7, "a");

        for (String again : List.of("b", "c", "d")) {
            assertThat(train(threads, data.trainingSet(), 7, again)).isEqualTo(first);
        }
    }

    @Test
    void theHeldOutRowsOfTheDataDecideWhenToStop() throws Exception {
        SyntheticRows data = SyntheticRows.of(1200, 6, 0, 4);
        boolean[] heldOut = new boolean[1200];
        for (int row = 0; row < 1200; row++) {
            heldOut[row] = row >= 800;
            // What is learned is wrong for those held out, so that every tree makes it worse.
            data.labels()[row] = heldOut[row] ? 1 - data.labels()[row] : data.labels()[row];
        }
        train(settings(400, 6, 1, 1, 10), data.trainingSet().withHeldOut(heldOut), 1, "wrong");

        assertThat(BoosterFile.read(model("wrong"), 6).trees().size()).isLessThan(5);
    }

    @Test
    void anOffsetOfEveryRowMovesOnlyTheStart() throws Exception {
        SyntheticRows data = SyntheticRows.of(3000, 5, 0, 8);
        float[] offsets = new float[3000];
        Arrays.fill(offsets, 1.5f);
        train(settings(60, 4, 1, 1, 0), data.trainingSet(), 1, "plain");
        train(settings(60, 4, 1, 1, 0), data.trainingSet().withOffsets(offsets), 1, "offset");

        float[] plain = margins("plain", data);
        float[] offset = margins("offset", data);
        double difference = 0;
        for (int row = 0; row < 3000; row++) {
            difference += (plain[row] - offset[row]) / 3000;
        }
        assertThat(difference).isCloseTo(1.5, within(0.05));
    }

    @Test
    void trainingStopsWhenHeldOutGroupsGainNoMore() throws Exception {
        SyntheticRows noise = SyntheticRows.of(1200, 6, 0, 4);
        GbdtTrainerSettings eager = settings(400, 6, 1, 1, 10);
        train(eager, noise.trainingSet(), 1, "stopped");

        int trees = BoosterFile.read(model("stopped"), 6).trees().size();
        assertThat(trees).isBetween(1, 200);
        assertThat(progress.get(progress.size() - 1))
                .contains("kept " + trees + " of " + (trees + 10) + " trees")
                .contains("held-out log loss");
    }

    @Test
    void fewRowsAreAllLearnedFrom() throws Exception {
        SyntheticRows data = SyntheticRows.of(60, 6, 0, 4);
        train(settings(15, 3, 1, 1, 5), data.trainingSet(), 1, "few");

        assertThat(progress).anyMatch(line -> line.contains("too few rows to hold some out"));
        assertThat(BoosterFile.read(model("few"), 6).trees()).hasSize(15);
    }

    @Test
    void aRowOfWeightTwoCountsAsTheSameRowTwice() throws Exception {
        SyntheticRows data = SyntheticRows.of(600, 6, 0.1, 5);
        float[] weights = new float[600];
        float[] values = new float[2 * data.values().length];
        float[] labels = new float[1200];
        int rows = 0;
        for (int row = 0; row < 600; row++) {
            weights[row] = 1 + row % 2;
            for (int copy = 0; copy <= row % 2; copy++) {
                System.arraycopy(data.values(), row * 6, values, rows * 6, 6);
                labels[rows++] = data.labels()[row];
            }
        }
        float[] ones = new float[rows];
        Arrays.fill(ones, 1);
        TrainingSet repeated = new TrainingSet(
                new FeatureMatrix(data.schema(), rows, values),
                List.of(Objective.STREAM),
                Arrays.copyOf(labels, rows),
                ones,
                new int[rows]);
        // Bins hold every value of so few rows; only rounding differs.
        train(settings(1, 2, 1, 1, 0), data.trainingSet(weights), 1, "weighted");
        train(settings(1, 2, 1, 1, 0), repeated, 1, "repeated");
        train(settings(1, 2, 1, 1, 0), data.trainingSet(), 1, "unweighted");

        float[] weighted = margins("weighted", data);
        float[] twice = margins("repeated", data);
        float[] plain = margins("unweighted", data);
        double toRepeated = 0;
        double toPlain = 0;
        for (int row = 0; row < 600; row++) {
            toRepeated += Math.abs(weighted[row] - twice[row]) / 600;
            toPlain += Math.abs(weighted[row] - plain[row]) / 600;
        }
        assertThat(toRepeated).isLessThan(toPlain / 2).isLessThan(0.01);
    }

    @Test
    void anObjectiveWithTooFewRowsIsSkippedAndSaid() throws Exception {
        SyntheticRows data = SyntheticRows.of(500, 4, 0, 6);
        float[] labels = new float[500 * 3];
        for (int row = 0; row < 500; row++) {
            labels[row * 3] = data.labels()[row];
            labels[row * 3 + 1] = row < 19 ? 1 : 0;
            labels[row * 3 + 2] = row % 5 == 0 ? 1 : 0;
        }
        float[] ones = new float[500];
        Arrays.fill(ones, 1);
        TrainingSet set = new TrainingSet(
                data.matrix(), List.of(Objective.STREAM, Objective.SAVE, Objective.HIDE), labels, ones, data.groups());
        train(SMALL, set, 1, "some");

        assertThat(ModelFiles.objectives(directory.resolve("some"))).containsExactly("stream", "hide");
        assertThat(progress).anyMatch(line -> line.startsWith("save: skipped, 19 rows for"));
        assertThat(directory.resolve("some/save.model.json")).doesNotExist();
        assertThat(directory.resolve("some/hide.model.json")).exists();
    }

    @Test
    void aMainObjectiveOfOneClassIsRefused() {
        SyntheticRows data = SyntheticRows.of(100, 4, 0, 6);
        Arrays.fill(data.labels(), 0);
        assertThatThrownBy(() -> train(SMALL, data.trainingSet(), 1, "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stream has one class only: 0 rows for and 100 against");
    }

    @Test
    void noRowsAndBadWeightsAndBadLabelsAreRefused() {
        SyntheticRows none = SyntheticRows.of(0, 4, 0, 6);
        assertThatThrownBy(() -> train(SMALL, none.trainingSet(), 1, "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to train on");
        SyntheticRows data = SyntheticRows.of(50, 4, 0, 6);
        assertThatThrownBy(() -> train(SMALL, data.trainingSet(new float[50]), 1, "weightless"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 0 has the weight 0.0");
        data.labels()[3] = Float.NaN;
        assertThatThrownBy(() -> train(SMALL, data.trainingSet(), 1, "label"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 3 has the label NaN");
    }

    @Test
    void infiniteValuesAreTrainedOnAsMissing() throws Exception {
        SyntheticRows infinite = SyntheticRows.of(300, 4, 0.2, 6);
        SyntheticRows missing = SyntheticRows.of(300, 4, 0.2, 6);
        for (int i = 0; i < infinite.values().length; i++) {
            if (Float.isNaN(infinite.values()[i])) {
                infinite.values()[i] = i % 2 == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            }
        }
        assertThat(train(SMALL, infinite.trainingSet(), 1, "infinite"))
                .isEqualTo(train(SMALL, missing.trainingSet(), 1, "missing"));
    }

    @Test
    void groupsAreHeldOutWholeAndInTheWantedShare() {
        TrainingSet data = SyntheticRows.of(20_000, 1, 0, 1).trainingSet();
        GroupSplit split = GroupSplit.of(data, 0.2, 11);

        assertThat(split.heldOut().length / 20_000.0).isBetween(0.17, 0.23);
        assertThat(split.heldOut().length + split.learning().length).isEqualTo(20_000);
        assertThat(Arrays.stream(split.heldOut()).map(data::group).distinct().toArray())
                .doesNotContain(Arrays.stream(split.learning())
                        .map(data::group)
                        .distinct()
                        .toArray());
    }

    private byte[] train(GbdtTrainerSettings settings, TrainingSet data, long seed, String name) throws IOException {
        new GbdtTrainer(settings).train(data, seed, directory.resolve(name), progress::add);
        return Files.readAllBytes(model(name));
    }

    private Path model(String name) {
        return directory.resolve(name).resolve("stream.model.json");
    }

    private float[] margins(String name, SyntheticRows data) {
        float[] margins = new float[data.rows()];
        new JavaTreeScorer(BoosterFile.read(model(name), data.columns()))
                .score(data.values(), data.rows(), data.columns(), margins, 0, 1);
        return margins;
    }

    static GbdtTrainerSettings settings(int trees, int depth, double subsample, double columnSample, int rounds) {
        return new GbdtTrainerSettings(trees, depth, 0.3, 1, subsample, columnSample, 1, rounds, 0.2, 1);
    }
}
