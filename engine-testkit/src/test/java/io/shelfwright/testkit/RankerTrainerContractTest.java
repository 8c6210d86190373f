package io.shelfwright.testkit;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class RankerTrainerContractTest {

    private record Pair(RankerTrainer trainer, Function<InstanceContext, Ranker> ranker) {
        static Pair of(RankerTrainer trainer) {
            return new Pair(trainer, TinyTrainer::ranker);
        }
    }

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends RankerTrainerContract {
        @Override
        protected RankerTrainer trainer(InstanceContext context) {
            return Suspects.<Pair>present().trainer();
        }

        @Override
        protected Ranker ranker(InstanceContext context) {
            return Suspects.<Pair>present().ranker().apply(context);
        }
    }

    private static Pair also(Deed deed) {
        return Pair.of(new TinyTrainer() {
            @Override
            public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
                super.train(data, seed, directory, progress);
                deed.apply(data, directory, progress);
            }
        });
    }

    private interface Deed {
        void apply(TrainingSet data, Path directory, Consumer<String> progress);
    }

    private static final class Untidy extends TinyTrainer {
        @Override
        public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
            writeText(directory.resolve("begun.txt"), "begun");
            super.train(data, seed, directory, progress);
        }
    }

    private static final class Forgetful extends TinyTrainer {
        private final boolean forgetsWeights;

        Forgetful(boolean forgetsWeights) {
            this.forgetsWeights = forgetsWeights;
        }

        @Override
        void write(Path directory, FeatureSchema schema, List<String> objectives, double bias, double slope) {
            super.write(directory, schema, objectives, bias, forgetsWeights ? slope : 0);
        }

        @Override
        public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
            super.train(forgetsWeights ? evenly(data) : data, seed, directory, progress);
        }

        private static TrainingSet evenly(TrainingSet data) {
            float[] ones = new float[data.rows()];
            Arrays.fill(ones, 1);
            return reweighted(data, ones, data::heldOut).withOffsets(offsets(data));
        }
    }

    private static float[] offsets(TrainingSet data) {
        int objectives = data.objectives().size();
        float[] offsets = new float[data.rows() * objectives];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = data.offset(i / objectives, i % objectives);
        }
        return offsets;
    }

    private static TrainingSet reweighted(TrainingSet data, float[] weights, IntPredicate heldOut) {
        int objectives = data.objectives().size();
        float[] labels = new float[data.rows() * objectives];
        boolean[] rows = new boolean[data.rows()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.label(i / objectives, i % objectives);
        }
        for (int row = 0; row < rows.length; row++) {
            rows[row] = heldOut.test(row);
        }
        return new TrainingSet(data.features(), data.objectives(), labels, weights, new int[data.rows()])
                .withHeldOut(rows);
    }

    /** Reads a training set without looking at what is held out, or at the offsets. */
    private static final class Careless extends TinyTrainer {
        private final boolean ofHeldOut;

        Careless(boolean ofHeldOut) {
            this.ofHeldOut = ofHeldOut;
        }

        @Override
        public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
            float[] weights = new float[data.rows()];
            for (int row = 0; row < data.rows(); row++) {
                weights[row] = data.weight(row);
            }
            TrainingSet seen =
                    ofHeldOut ? reweighted(data, weights, row -> false) : reweighted(data, weights, data::heldOut);
            super.train(seen, seed, directory, progress);
        }

        @Override
        public boolean usesOffsets() {
            return !ofHeldOut;
        }
    }

    private static final class Credulous extends TinyTrainer {
        @Override
        public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
            try {
                super.train(data, seed, directory, progress);
            } catch (IllegalArgumentException hopeless) {
                write(directory, data.features().schema(), data.objectives(), 0, 0);
            }
        }
    }

    private static final class Reordering extends TinyTrainer {
        @Override
        void write(Path directory, FeatureSchema schema, List<String> objectives, double bias, double slope) {
            List<String> reversed = new ArrayList<>(objectives);
            Collections.reverse(reversed);
            super.write(directory, schema, reversed, bias, slope);
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheTrainerThatBreaksIt() {
        return Suspects.of(Suspect.class, Pair.of(new TinyTrainer()))
                .breaks(
                        "theSameDataAndSeedGiveTheSameBytes",
                        also((data, directory, progress) ->
                                TinyTrainer.writeText(directory.resolve("stamp.txt"), directory.toString())))
                .breaks("theModelSaysItsSchemaAndItsObjectivesTheMainOneFirst", Pair.of(new Reordering()))
                .breaks("whatDecidesTheLabelIsLearned", Pair.of(new Forgetful(false)))
                .breaks("aRowOfMoreWeightCountsForMore", Pair.of(new Forgetful(true)))
                .breaks("rowsThatAreHeldOutTeachNothing", Pair.of(new Careless(true)))
                .breaks("anOffsetThatIsUsedIsNoPartOfTheModel", Pair.of(new Careless(false)))
                .breaks("theTrainingSetIsNotChanged", also((data, directory, progress) -> {
                    if (data.rows() > 0) {
                        data.features().values()[1] = 3.25f;
                    }
                }))
                .breaks("dataThatCannotTrainAModelIsRefused", Pair.of(new Credulous()))
                .breaks("dataThatIsRefusedLeavesNothingBehind", Pair.of(new Untidy()))
                .breaks(
                        "progressIsToldInLinesThatSaySomething",
                        also((data, directory, progress) -> progress.accept("two\nlines")))
                .breaks("aModelThatIsMissingIsSaidWithTheNameOfTheInstance", new Pair(new TinyTrainer(), context -> {
                    try {
                        return TinyTrainer.ranker(context);
                    } catch (PluginException e) {
                        throw new IllegalStateException("no model", e);
                    }
                }))
                .nests("aModelThatIsMissingIsSaidWithTheNameOfTheInstance")
                .tests();
    }
}
