package io.shelfwright.engine;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Slot;
import io.shelfwright.spi.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/** Small well-behaved instances that the tests' worlds are made of, and a way to hang. */
final class Scripts {
    private Scripts() {}

    /** Proposes every item of the catalog for every shelf that takes its kind, most popular first. */
    static CandidateGenerator popular(InstanceContext context) {
        return request -> {
            List<Proposal> proposals = new ArrayList<>();
            for (ShelfSpec shelf : request.shelves()) {
                for (int item = 0; item < context.catalog().size(); item++) {
                    if (shelf.accepts(context.catalog().item(item).kind())) {
                        proposals.add(new Proposal(
                                shelf.id(),
                                context.catalog().item(item).id(),
                                context.catalog().statistics().popularity(item),
                                Evidence.of("popular", "Popular now")));
                    }
                }
            }
            return proposals;
        };
    }

    /** Three features: the popularity of the item, the user's plays of it, its score in recall. */
    static FeatureSet features() {
        return features(List.of("popularity.rank", "user_item.plays", "shelf_item.recall_score"), (batch, columns) -> {
            ItemStatistics statistics = batch.catalog().statistics();
            UserState user = batch.user();
            for (int c = 0; c < batch.size(); c++) {
                columns.set(c, 0, statistics.popularity(batch.itemIndex(c)));
                var history = user.history(batch.item(c).id());
                columns.set(c, 1, history == null ? 0 : Math.min(1, history.plays() / 10));
                columns.set(c, 2, batch.recallScore(c));
            }
        });
    }

    static FeatureSet features(List<String> names, BiConsumer<CandidateBatch, FeatureColumns> compute) {
        List<FeatureDeclaration> declared = new ArrayList<>();
        names.forEach(name -> declared.add(FeatureDeclaration.of(name, "Of a test.", "share", 0, 1)));
        return new FeatureSet() {
            @Override
            public List<FeatureDeclaration> features() {
                return declared;
            }

            @Override
            public void compute(CandidateBatch candidates, FeatureColumns columns) {
                compute.accept(candidates, columns);
            }
        };
    }

    /** A ranker without a model that adds up its features, missing ones as 0, below -2. */
    static Ranker sum(FeatureSchema schema) {
        return new SumRanker(Optional.of(schema));
    }

    static class SumRanker implements Ranker {
        private final Optional<FeatureSchema> trainedOn;

        SumRanker(Optional<FeatureSchema> trainedOn) {
            this.trainedOn = trainedOn;
        }

        @Override
        public Optional<FeatureSchema> trainedOn() {
            return trainedOn;
        }

        @Override
        public void score(FeatureMatrix rows, float[] logits) {
            for (int row = 0; row < rows.rows(); row++) {
                float sum = -2;
                for (int column = 0; column < rows.columns(); column++) {
                    float value = rows.get(row, column);
                    sum += Float.isNaN(value) ? 0 : value;
                }
                logits[row] = sum;
            }
        }

        @Override
        public List<Contribution> explain(FeatureMatrix rows, int row) {
            List<Contribution> parts = new ArrayList<>();
            parts.add(new Contribution("bias", -2));
            for (int column = 0; column < rows.columns(); column++) {
                float value = rows.get(row, column);
                if (!Float.isNaN(value)) {
                    parts.add(new Contribution(
                            rows.schema().features().get(column).name(), value));
                }
            }
            return parts;
        }
    }

    /** A ranker that gives what a script writes. */
    static Ranker ranker(BiConsumer<FeatureMatrix, float[]> score) {
        return new Ranker() {
            @Override
            public Optional<FeatureSchema> trainedOn() {
                return Optional.empty();
            }

            @Override
            public void score(FeatureMatrix rows, float[] logits) {
                score.accept(rows, logits);
            }
        };
    }

    /** A placement rule over all cards before a slot. */
    static PlacementRule placement(int window, Penalty penalty) {
        return new PlacementRule() {
            @Override
            public int window() {
                return window;
            }

            @Override
            public SlotRule forSlot(PagePrefix prefix, Slot slot) {
                return item -> penalty.of(prefix, slot, item);
            }
        };
    }

    /** Penalty of an item in a slot. */
    interface Penalty {
        double of(PagePrefix prefix, Slot slot, int item);
    }

    /** Forbids an item whose first artist is that of one of the last cards. */
    static PlacementRule artistWindow(int size) {
        return placement(size, (prefix, slot, item) -> {
            String artist = prefix.catalog().item(item).artistIds().get(0);
            for (int p = Math.max(0, prefix.size() - size); p < prefix.size(); p++) {
                if (prefix.catalog().item(prefix.item(p)).artistIds().get(0).equals(artist)) {
                    return PlacementRule.FORBIDDEN;
                }
            }
            return 0;
        });
    }

    /** Draws in proportion to a power of the utility. */
    static ExplorationPolicy proportional(double power) {
        return weighted((feasible, card) -> Math.exp(power * feasible.logUtility(card)));
    }

    static ExplorationPolicy weighted(ToDoubleBiFunction<ExplorationPolicy.Feasible, Integer> weight) {
        return (feasible, random) -> {
            double sum = 0;
            for (int card = 0; card < feasible.size(); card++) {
                sum += weight.applyAsDouble(feasible, card);
            }
            double drawn = random.nextDouble() * sum;
            for (int card = 0; card < feasible.size(); card++) {
                double own = weight.applyAsDouble(feasible, card);
                if (drawn < own || card == feasible.size() - 1) {
                    return new ExplorationPolicy.Choice(card, own / sum, feasible.size());
                }
                drawn -= own;
            }
            throw new AssertionError("no card was drawn");
        };
    }

    /** Waits for ever, whatever interrupts it, until the test's end. */
    static <T> T hang(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                throw new IllegalStateException("hung until the end of the test");
            } catch (InterruptedException e) {
                // This is what a plugin does that cannot be interrupted.
                continue;
            }
        }
    }

    /** Throws anything, declared or not. */
    static <T> T raise(Supplier<? extends Throwable> error) {
        return Scripts.<T, RuntimeException>sneak(error.get());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the way around checked exceptions
    private static <T, E extends Throwable> T sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
