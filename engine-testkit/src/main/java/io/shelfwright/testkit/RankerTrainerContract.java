package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every trainer keeps to, and the ranker that serves its models; extend it and make both.
 *
 * <p>Checked on seeded synthetic rows with missing values. The ranker that is trained is held to {@link RankerContract}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RankerTrainerContract {
    private static final long SEED = 5;
    private static final int ROWS = 480;

    private final Map<String, Path> trained = new TreeMap<>();
    private Path scratch = Path.of("");

    /** Makes the trainer under test. */
    protected abstract RankerTrainer trainer(InstanceContext context);

    /** Makes the ranker of the same factory name; the context holds a model of the name {@code test}. */
    protected abstract Ranker ranker(InstanceContext context);

    /** Returns how many objects and elements a ranker may come to keep between calls, such as a bounded pool; 0. */
    protected long rankerMayKeep() {
        return 0;
    }

    /** Returns how far an explanation's sum may be from the logit, as a share of the largest contribution; 1e-4. */
    protected double explanationTolerance() {
        return 1e-4;
    }

    @BeforeAll
    void models(@TempDir Path directory) {
        scratch = directory;
    }

    /** The ranker that serves the trained model. */
    @Nested
    class TheTrainedRanker extends RankerContract {
        @Override
        protected Ranker ranker(InstanceContext context) {
            return RankerTrainerContract.this.ranker(context);
        }

        @Override
        protected Map<String, Path> models() {
            return Map.of("test", model("shared", SeededTraining.draw(1, ROWS)));
        }

        @Override
        protected long mayKeep() {
            return rankerMayKeep();
        }

        @Override
        protected double explanationTolerance() {
            return RankerTrainerContract.this.explanationTolerance();
        }
    }

    @Test
    void theSameDataAndSeedGiveTheSameBytes() {
        Map<String, List<Byte>> first = bytes(train(SeededTraining.draw(1, ROWS).toSet(), SEED));
        assertThat(first).isNotEmpty();
        Map<String, List<Byte>> second =
                bytes(train(SeededTraining.draw(1, ROWS).toSet(), SEED));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((file, bytes) -> assertThat(bytes.equals(second.get(file)))
                .as("file %s of a second training has the same bytes", file)
                .isTrue());
    }

    @Test
    void theModelSaysItsSchemaAndItsObjectivesTheMainOneFirst() {
        TrainingSet data = SeededTraining.draw(1, ROWS).toSet();
        Path model = train(data, SEED);
        assertThat(ModelFiles.schema(model)).isEqualTo(data.features().schema());
        assertThat(ModelFiles.objectives(model))
                .startsWith(Objective.STREAM)
                .isSubsetOf(data.objectives())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatDecidesTheLabelIsLearned() {
        SeededTraining fresh = SeededTraining.draw(2, ROWS);
        float[] scores = scores(model("shared", SeededTraining.draw(1, ROWS)), fresh.features);
        double high = 0;
        double low = 0;
        int highs = 0;
        for (int row = 0; row < scores.length; row++) {
            high += fresh.isHigh(row) ? scores[row] : 0;
            low += fresh.isHigh(row) ? 0 : scores[row];
            highs += fresh.isHigh(row) ? 1 : 0;
        }
        assertThat(high / highs)
                .as("mean logit of rows that are positive with a chance of 0.85, against 0.1 for the others")
                .isGreaterThan(low / (scores.length - highs));
    }

    @Test
    void aRowOfMoreWeightCountsForMore() {
        double up = mean(
                scores(train(SeededTraining.leaning(3, ROWS, 1).toSet(), SEED), SeededTraining.draw(3, ROWS).features));
        double down = mean(
                scores(train(SeededTraining.leaning(3, ROWS, 0).toSet(), SEED), SeededTraining.draw(3, ROWS).features));
        assertThat(up)
                .as("mean logit where positive rows weigh 9 times as much, against where negative rows do")
                .isGreaterThan(down);
    }

    @Test
    void rowsThatAreHeldOutTeachNothing() {
        SeededTraining data = SeededTraining.leaning(4, 2 * ROWS, 0);
        boolean[] heldOut = new boolean[2 * ROWS];
        for (int row = 0; row < heldOut.length; row++) {
            heldOut[row] = row >= ROWS;
            data.weights[row] = 1;
            // One in four speaks for the card among those to learn from, nine in ten among the others.
            data.labels[2 * row] = heldOut[row] ? (row % 10 == 0 ? 0 : 1) : (row % 4 == 0 ? 1 : 0);
        }
        double learned = mean(scores(train(data.toSet().withHeldOut(heldOut), SEED), data.features));
        assertThat(learned)
                .as("mean logit where a quarter of the rows to learn from are positive, and most that are held out")
                .isLessThan(-0.3);
    }

    @Test
    void anOffsetThatIsUsedIsNoPartOfTheModel() {
        SeededTraining data = SeededTraining.leaning(4, ROWS, 1);
        float[] offsets = new float[data.labels.length];
        Arrays.fill(offsets, 2);
        if (!make().usesOffsets()) {
            return;
        }
        double without = mean(scores(train(data.toSet(), SEED), data.features));
        double with = mean(scores(train(data.toSet().withOffsets(offsets), SEED), data.features));
        assertThat(with)
                .as("mean logit of a model whose rows owe 2 to something else, against %s", without)
                .isLessThan(without - 1);
    }

    @Test
    void theTrainingSetIsNotChanged() {
        SeededTraining data = SeededTraining.draw(1, ROWS);
        String before = data.fingerprint();
        train(data.toSet(), SEED);
        assertThat(data.fingerprint())
                .as("the rows, labels, weights and groups are as before")
                .isEqualTo(before);
    }

    @Test
    void dataThatCannotTrainAModelIsRefused() {
        hopeless()
                .forEach((name, data) -> NamedCase.run(name, () -> assertThatThrownBy(() -> train(data, SEED))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching("(?s).{15,}")));
    }

    @Test
    void dataThatIsRefusedLeavesNothingBehind() {
        hopeless()
                .forEach((name, data) -> NamedCase.run(name, () -> {
                    Path directory = Files.createTempDirectory(scratch, "refused");
                    try {
                        make().train(data, SEED, directory, line -> {});
                    } catch (RuntimeException refused) {
                        assertThat(directory).isEmptyDirectory();
                    }
                }));
    }

    @Test
    void progressIsToldInLinesThatSaySomething() {
        List<String> lines = new ArrayList<>();
        train(SeededTraining.draw(1, ROWS).toSet(), SEED, lines::add);
        assertThat(lines).allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("\n"));
    }

    private static Map<String, TrainingSet> hopeless() {
        return new TreeMap<>(Map.of(
                "no rows", SeededTraining.draw(1, 0).toSet(),
                "positive rows alone",
                        SeededTraining.draw(1, ROWS).withMainLabels(1).toSet(),
                "negative rows alone",
                        SeededTraining.draw(1, ROWS).withMainLabels(0).toSet()));
    }

    private RankerTrainer make() {
        return trainer(TestContext.of(ContractWorlds.of(0).catalog())
                .withSchema(SeededRows.schema(SeededTraining.COLUMNS))
                .withBaseDirectory(scratch));
    }

    /** Returns the model of a name, trained once. */
    private Path model(String name, SeededTraining data) {
        return trained.computeIfAbsent(name, key -> train(data.toSet(), SEED));
    }

    private Path train(TrainingSet data, long seed) {
        return train(data, seed, line -> {});
    }

    private Path train(TrainingSet data, long seed, Consumer<String> progress) {
        try {
            Path directory = Files.createTempDirectory(scratch, "model");
            make().train(data, seed, directory, progress);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float[] scores(Path model, FeatureMatrix rows) {
        TestContext context = TestContext.of(ContractWorlds.of(0).catalog())
                .withSchema(rows.schema())
                .withModel("test", model);
        try (Ranker ranker = ranker(context)) {
            int objectives = ranker.objectives().size();
            float[] logits = new float[rows.rows() * objectives];
            ranker.score(rows, logits);
            float[] main = new float[rows.rows()];
            for (int row = 0; row < main.length; row++) {
                main[row] = logits[row * objectives];
            }
            return main;
        }
    }

    private static double mean(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return sum / scores.length;
    }

    private static Map<String, List<Byte>> bytes(Path directory) {
        Map<String, List<Byte>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte one : Files.readAllBytes(file)) {
                    bytes.add(one);
                }
                files.put(directory.relativize(file).toString(), bytes);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
