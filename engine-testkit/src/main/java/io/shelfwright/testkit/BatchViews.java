package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Other sights of a batch: reordered, in part, on a catalog that is numbered the other way, for another user. */
final class BatchViews {
    private BatchViews() {}

    /** Returns what says which candidate of a batch it is, wherever it stands. */
    static String key(CandidateBatch batch, int candidate) {
        return batch.item(candidate).id() + " on " + batch.shelf(candidate).id();
    }

    static CandidateBatch shuffled(CandidateBatch batch, RandomGenerator random) {
        int[] order = IntStream.range(0, batch.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return new View(batch, batch.context(), batch.user(), batch.catalog(), order, false);
    }

    static CandidateBatch reversed(CandidateBatch batch) {
        int[] order = IntStream.range(0, batch.size())
                .map(candidate -> batch.size() - 1 - candidate)
                .toArray();
        return new View(batch, batch.context(), batch.user(), batch.catalog(), order, false);
    }

    static CandidateBatch only(CandidateBatch batch, int... candidates) {
        return new View(batch, batch.context(), batch.user(), batch.catalog(), candidates, false);
    }

    /** Returns the same batch on the reversed catalog. */
    static CandidateBatch turned(CandidateBatch batch, Catalog reversed) {
        return new View(batch, batch.context(), batch.user(), reversed, identity(batch), true);
    }

    static CandidateBatch of(CandidateBatch batch, UserState user) {
        return new View(batch, batch.context(), user, batch.catalog(), identity(batch), false);
    }

    static CandidateBatch of(CandidateBatch batch, RequestContext context) {
        return new View(batch, context, batch.user(), batch.catalog(), identity(batch), false);
    }

    private static int[] identity(CandidateBatch batch) {
        return IntStream.range(0, batch.size()).toArray();
    }

    private static final class View implements CandidateBatch {
        private final CandidateBatch batch;
        private final RequestContext context;
        private final UserState user;
        private final Catalog catalog;
        private final int[] order;
        private final boolean turned;

        View(
                CandidateBatch batch,
                RequestContext context,
                UserState user,
                Catalog catalog,
                int[] order,
                boolean turned) {
            this.batch = batch;
            this.context = context;
            this.user = user;
            this.catalog = catalog;
            this.order = order;
            this.turned = turned;
        }

        @Override
        public RequestContext context() {
            return context;
        }

        @Override
        public UserState user() {
            return user;
        }

        @Override
        public Catalog catalog() {
            return catalog;
        }

        @Override
        public int size() {
            return order.length;
        }

        @Override
        public int itemIndex(int candidate) {
            int item = batch.itemIndex(order[candidate]);
            return turned ? catalog.size() - 1 - item : item;
        }

        @Override
        public ShelfSpec shelf(int candidate) {
            return batch.shelf(order[candidate]);
        }

        @Override
        public String generator(int candidate) {
            return batch.generator(order[candidate]);
        }

        @Override
        public double recallScore(int candidate) {
            return batch.recallScore(order[candidate]);
        }

        @Override
        public int proposalCount(int candidate) {
            return batch.proposalCount(order[candidate]);
        }

        @Override
        public List<Evidence> evidence(int candidate) {
            return batch.evidence(order[candidate]);
        }
    }
}
