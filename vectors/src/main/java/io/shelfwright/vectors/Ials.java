package io.shelfwright.vectors;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.vectors.ItemFactors.FoldIn;
import io.shelfwright.vectors.ItemFactors.Origin;
import io.shelfwright.vectors.algebra.Chunks;
import io.shelfwright.vectors.algebra.Gramian;
import java.util.BitSet;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Implicit alternating least squares with frequency-scaled regularisation.
 *
 * <p>Makes {@code sum_S c (1 - u'v)^2 + a0 sum_all (u'v)^2 + lambda sum_u (|I_u| + a0 |I|)^nu |u|^2 + lambda sum_i
 * (|U_i| + a0 |U|)^nu |v|^2} small by solving for all users, then for all items, exactly: Hu, Koren, Volinsky 2008,
 * regularised as in Rendle, Krichene, Zhang, Koren 2022 (arXiv 2110.14037). An epoch costs {@code 2 |S| d^2 + (|U| + |I|)
 * d^3 / 3} multiplications.
 *
 * <p>Memory: {@code 20 |S| + 4 d (|U| + |I|) + 8 d^2 (17 + 2 T) + 40 d T} bytes for |S| pairs and T threads, the interactions
 * given not counted; compared with the free heap before training starts.
 *
 * <p>The same seed gives the same bytes for any number of threads: every vector is solved by one thread alone, and sums
 * over all rows have a fixed order.
 */
public final class Ials implements Algorithm {
    private static final int CHUNK = 64;

    private final IalsSettings settings;

    public Ials(IalsSettings settings) {
        this.settings = settings;
    }

    public IalsSettings ials() {
        return settings;
    }

    @Override
    public String name() {
        return "ials";
    }

    @Override
    public Map<String, Object> settings() {
        return settings.byName();
    }

    /** Returns the bytes that a training needs beside the interactions given. */
    public static double memory(int users, int items, int pairs, int dimension, int threads) {
        double d = dimension;
        return 20.0 * pairs
                + 4 * d * ((double) users + items)
                + 8 * d * d * (Gramian.PARTS + 1 + 2.0 * threads)
                + 40 * d * threads;
    }

    @Override
    public Recommender fit(Interactions interactions, TrainingSetup setup) {
        int dimension = settings.dimension();
        requireRoom(interactions, setup);
        FoldIn foldIn = new FoldIn(
                settings.unobservedWeight(), settings.regularisation(), settings.exponent(), settings.confidence());
        Interactions byItem = interactions.transposed();
        float[] users = new float[interactions.users() * dimension];
        float[] items = draw(interactions.items(), setup.seed());
        try (Chunks chunks = new Chunks(setup.threads())) {
            double[] itemGramian = Gramian.of(items, dimension, chunks);
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                solveAll(interactions, items, itemGramian, users, foldIn, chunks);
                report(setup, interactions, users, items, foldIn, 2 * epoch - 1, chunks);
                double[] userGramian = Gramian.of(users, dimension, chunks);
                solveAll(byItem, users, userGramian, items, foldIn, chunks);
                itemGramian = Gramian.of(items, dimension, chunks);
                report(setup, interactions, users, items, foldIn, 2 * epoch, chunks);
            }
            BitSet known = new BitSet(items.length / dimension);
            for (int item = 0; item < byItem.users(); item++) {
                known.set(item, byItem.count(item) > 0);
            }
            Origin origin = new Origin(name(), setup.seed(), interactions.users(), interactions.size());
            return new FactorRecommender(new ItemFactors(dimension, items, known, foldIn, origin), items, itemGramian);
        } catch (ArithmeticException e) {
            throw new BadRequestException("ials stopped: " + e.getMessage(), e);
        }
    }

    private void requireRoom(Interactions interactions, TrainingSetup setup) {
        int d = settings.dimension();
        long most = Math.max(interactions.users(), interactions.items());
        if (most * d > Integer.MAX_VALUE - 8) {
            throw new BadRequestException(most + " vectors of " + d
                    + " dimensions do not fit into one array; allowed are " + (Integer.MAX_VALUE - 8) / d
                    + ": lower the dimension, or train with Spark and import its factors");
        }
        HeapCheck.require(
                "ials with " + d + " dimensions for " + interactions.users() + " users and " + interactions.items()
                        + " items",
                memory(interactions.users(), interactions.items(), interactions.size(), d, setup.threads()),
                "lower the dimension");
    }

    private float[] draw(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * settings.dimension()];
        double scale = settings.initialScale() / Math.sqrt(settings.dimension());
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (scale * random.nextGaussian());
        }
        return values;
    }

    private void solveAll(
            Interactions rows, float[] fixed, double[] gramian, float[] solved, FoldIn foldIn, Chunks chunks) {
        int dimension = settings.dimension();
        chunks.run(rows.users(), CHUNK, () -> {
            NormalEquations equations = new NormalEquations(dimension);
            return (chunk, from, to) -> {
                for (int row = from; row < to; row++) {
                    if (rows.count(row) > 0) {
                        double[] vector = equations.solve(
                                gramian,
                                fixed,
                                rows.columns(),
                                rows.weights(),
                                rows.start(row),
                                rows.start(row) + rows.count(row),
                                foldIn);
                        for (int c = 0; c < dimension; c++) {
                            solved[row * dimension + c] = (float) vector[c];
                        }
                    } else {
                        java.util.Arrays.fill(solved, row * dimension, (row + 1) * dimension, 0);
                    }
                }
            };
        });
    }

    private void report(
            TrainingSetup setup,
            Interactions interactions,
            float[] users,
            float[] items,
            FoldIn foldIn,
            int half,
            Chunks chunks) {
        if (setup.progress() != Progress.NONE) {
            double loss = IalsLoss.of(interactions, users, items, settings.dimension(), foldIn, chunks);
            setup.progress().report(name(), half, 2 * settings.epochs(), loss);
        }
    }

    static double confidence(FoldIn foldIn, float weight) {
        return foldIn.confidence() == 0 || weight <= 1 ? 1 : 1 + foldIn.confidence() * StrictMath.log(weight);
    }

    /** Returns the regularisation of a row with some observed pairs of {@code all}. */
    static double regularisation(FoldIn foldIn, int observed, int all) {
        return foldIn.regularisation() * StrictMath.pow(observed + foldIn.unobservedWeight() * all, foldIn.exponent());
    }
}
