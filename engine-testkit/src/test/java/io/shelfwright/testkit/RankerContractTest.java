package io.shelfwright.testkit;

import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class RankerContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends RankerContract {
        @Override
        protected Ranker ranker(InstanceContext context) {
            return Suspects.<Supplier<Ranker>>present().get();
        }
    }

    /** A sum of the values that are there. */
    private static class Behaved implements Ranker {
        private final Thread maker = Thread.currentThread();
        private final List<Integer> seen = new CopyOnWriteArrayList<>();

        @Override
        public Optional<FeatureSchema> trainedOn() {
            return Optional.empty();
        }

        @Override
        public void score(FeatureMatrix rows, float[] logits) {
            for (int row = 0; row < rows.rows(); row++) {
                float sum = -1;
                for (int column = 0; column < rows.columns(); column++) {
                    float value = rows.get(row, column);
                    sum += Float.isFinite(value) ? 0.1f * value : 0;
                }
                logits[row] = sum;
            }
        }

        @Override
        public List<Contribution> explain(FeatureMatrix rows, int row) {
            List<Contribution> parts = new ArrayList<>(List.of(new Contribution("bias", -1)));
            for (int column = 0; column < rows.columns(); column++) {
                float value = rows.get(row, column);
                String name = rows.schema().features().get(column).name();
                parts.add(new Contribution(name, Float.isFinite(value) ? 0.1f * value : 0));
            }
            return parts;
        }
    }

    private static Supplier<Ranker> also(Deed deed) {
        return () -> new Behaved() {
            @Override
            public void score(FeatureMatrix rows, float[] logits) {
                super.score(rows, logits);
                deed.apply(this, rows, logits);
            }

            @Override
            public List<Contribution> explain(FeatureMatrix rows, int row) {
                return List.of();
            }
        };
    }

    private interface Deed {
        void apply(Behaved self, FeatureMatrix rows, float[] logits);
    }

    private static void raise(FeatureMatrix rows, float[] logits, boolean when) {
        for (int row = 0; row < rows.rows() && when; row++) {
            logits[row] += 1;
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheRankerThatBreaksIt() {
        return Suspects.<Supplier<Ranker>>of(Suspect.class, Behaved::new)
                .breaks("itSaysWhatItWasTrainedOnAndWhatItScores", () -> new Behaved() {
                    @Override
                    public List<String> objectives() {
                        return List.of(" ");
                    }
                })
                .breaks("everyScoreIsFiniteWhateverIsMissing", also((self, rows, logits) -> {
                    for (int row = 0; row < rows.rows(); row++) {
                        if (rows.get(row, 0) == 10) {
                            logits[row] = Float.POSITIVE_INFINITY;
                        }
                    }
                }))
                .breaks("everyLogitIsWrittenAndNothingBehindThem", also((self, rows, logits) -> {
                    if (logits.length > rows.rows()) {
                        logits[rows.rows()] = 0;
                    }
                }))
                .breaks("aRowsScoreDoesNotDependOnItsNeighbours", also((self, rows, logits) -> {
                    for (int row = 1; row < rows.rows(); row++) {
                        logits[row] += Float.isNaN(rows.get(row - 1, 0)) ? 0.5f : 0;
                    }
                }))
                .breaks(
                        "theSameRowsGetTheSameScoresFromAnyInstance",
                        also((self, rows, logits) -> raise(rows, logits, !FirstComers.isFirst(rows, self))))
                .breaks(
                        "fourThreadsAtOnceGetTheSameScores",
                        also((self, rows, logits) -> raise(rows, logits, Thread.currentThread() != self.maker)))
                .breaks("theRowsAreNotChanged", also((self, rows, logits) -> {
                    for (int i = 0; i < rows.rows() * rows.columns(); i++) {
                        if (Float.isNaN(rows.values()[i])) {
                            rows.values()[i] = Float.POSITIVE_INFINITY;
                        }
                    }
                }))
                .breaks("anExplanationNamesFeaturesAndSumsToTheLogit", () -> new Behaved() {
                    @Override
                    public List<Contribution> explain(FeatureMatrix rows, int row) {
                        return List.of(new Contribution("bias", 100));
                    }
                })
                .breaks("noRowsOneRowAndManyRowsAreNoTrouble", also((self, rows, logits) -> rows.get(0, 0)))
                .breaks("nothingIsKeptBetweenCalls", also((self, rows, logits) -> self.seen.add(rows.rows())))
                .leaves("aModelThatIsMissingIsSaidWithTheNameOfTheInstance")
                .tests();
    }
}
