package io.shelfwright.vectors.training;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Item;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.vectors.Algorithm;
import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.TrainingSetup;
import io.shelfwright.vectors.content.ContentFallback;
import io.shelfwright.vectors.content.ContentFeatures;
import io.shelfwright.vectors.evaluation.Trial;
import io.shelfwright.vectors.evaluation.VectorsEvaluation;
import io.shelfwright.vectors.sessions.SessionVectors;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Trains the vectors of a catalog's items and publishes them.
 *
 * <p>The space {@code collaborative} is learned from who plays what; items without plays get a vector from their content. The
 * space {@code sessions} is learned from what is played one after the other, where there are sessions enough.
 */
public final class CatalogTraining {
    /** Fewest sessions that vectors are learned from. */
    private static final int SESSIONS = 100;

    private CatalogTraining() {}

    /**
     * What was trained.
     *
     * @param spaces vectors by space
     * @param trials settings that were tried before
     * @param listeners listeners learned from
     * @param sessions sessions there were
     */
    public record Result(List<TrainedSpace> spaces, List<Trial> trials, int listeners, int sessions) {
        public Result {
            spaces = List.copyOf(spaces);
            trials = List.copyOf(trials);
        }
    }

    /**
     * Trains.
     *
     * @throws BadRequestException if nobody played anything, the algorithm has no vectors, or memory will not do
     */
    public static Result train(List<Item> items, ListenerHistories histories, TrainingPlan plan, TrainingSetup setup) {
        if (histories.pairs().size() == 0) {
            throw new BadRequestException(
                    "no listener has played anything of this catalog, so there is nothing to learn"
                            + " vectors from; record or import plays first");
        }
        if (!plan.algorithm().equals("ials")) {
            throw new BadRequestException(
                    "'" + plan.algorithm() + "' has no vectors of items to publish; allowed is ials");
        }
        var tuning = VectorsEvaluation.choose(
                histories.pairs(), plan.algorithm(), plan.ialsSettings(), plan.tune(), plan.trials(), setup);
        Algorithm algorithm = tuning.chosen();
        ItemFactors learned = spread(
                algorithm.fit(histories.pairs(), setup).factors().orElseThrow(), histories.items(), items.size());
        ItemFactors filled = ContentFallback.fill(
                learned,
                new ContentFeatures(items),
                histories.listeners(items.size()),
                plan.contentPrior(),
                setup.threads());
        List<TrainedSpace> spaces = new ArrayList<>();
        spaces.add(new TrainedSpace(ItemVectors.COLLABORATIVE, filled, learned.known(), histories.items().length));
        if (histories.sessions().size() >= SESSIONS) {
            ItemFactors sessions = SessionVectors.train(items.size(), histories.sessions(), plan.sessions(), setup);
            spaces.add(new TrainedSpace(ItemVectors.SESSIONS, sessions, sessions.known(), 0));
        }
        return new Result(
                spaces,
                tuning.trials(),
                histories.pairs().users(),
                histories.sessions().size());
    }

    /**
     * Trains for the snapshot in use and publishes a copy of it with the vectors.
     *
     * @return what was trained; the snapshot it is in is the one in use
     * @throws io.shelfwright.api.SnapshotException if there is no snapshot, or it cannot be read or written
     */
    public static Result publish(
            SnapshotStore snapshots, UserStateStore users, TrainingPlan plan, TrainingSetup setup) {
        List<Item> items = CatalogFiles.read(snapshots.open().catalog()).items();
        Result result = train(items, ListenerHistories.read(items, users), plan, setup);
        publish(snapshots, items, result.spaces());
        return result;
    }

    /** Publishes spaces that were made for the catalog of the snapshot in use; returns the new version. */
    public static String publish(SnapshotStore snapshots, List<Item> items, List<TrainedSpace> spaces) {
        String note = "vectors "
                + String.join(", ", spaces.stream().map(TrainedSpace::name).toList()) + " by "
                + spaces.get(0).factors().origin().algorithm();
        return snapshots.publishVectors(note, directory -> {
            for (TrainedSpace space : spaces) {
                VectorFiles.write(directory, space.description(), items, space);
            }
        });
    }

    /** Returns vectors of a few items as vectors of a whole catalog. */
    static ItemFactors spread(ItemFactors few, int[] items, int size) {
        int dimension = few.dimension();
        if ((long) size * dimension > Integer.MAX_VALUE - 8) {
            throw new BadRequestException(
                    size + " vectors of " + dimension + " dimensions do not fit into one array; lower the dimension");
        }
        float[] values = new float[size * dimension];
        BitSet known = new BitSet(size);
        for (int at = 0; at < items.length; at++) {
            System.arraycopy(few.values(), at * dimension, values, items[at] * dimension, dimension);
            known.set(items[at], few.known().get(at));
        }
        return new ItemFactors(dimension, values, known, few.foldIn(), few.origin());
    }
}
