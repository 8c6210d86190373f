package io.shelfwright.engine.vectors;

import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.TasteVector;
import org.jspecify.annotations.Nullable;

/**
 * A user's taste in one space; immutable.
 *
 * <p>{@code u = n/(n+10) fold-in + 10/(n+10) mean} for n items, where the mean is scaled to the length of the fold-in: with
 * few items the fold-in is noise, with many the mean is a blur. Without a fold-in it is the mean.
 */
final class SpaceTaste {
    private static final double FEW = 10;

    private final ItemVectors vectors;
    private final @Nullable UserFactor factor;
    private final @Nullable FoldIn foldIn;
    private final DecayedMean mean;
    private final PlayedItems items;

    private SpaceTaste(
            ItemVectors vectors,
            @Nullable UserFactor factor,
            @Nullable FoldIn foldIn,
            DecayedMean mean,
            PlayedItems items) {
        this.vectors = vectors;
        this.factor = factor;
        this.foldIn = foldIn;
        this.mean = mean;
        this.items = items;
    }

    static SpaceTaste none(ItemVectors vectors) {
        FoldIn foldIn = vectors instanceof StoredVectors
                ? ((StoredVectors) vectors).description().foldIn().orElse(null)
                : null;
        UserFactor factor = foldIn == null ? null : ((StoredVectors) vectors).noUser();
        return new SpaceTaste(vectors, factor, foldIn, DecayedMean.none(vectors.dimension()), PlayedItems.NONE);
    }

    SpaceTaste plus(int item, InteractionType type, double amount, double time) {
        if (!vectors.knows(item) || !(amount > 0)) {
            return this;
        }
        float[] vector = new float[vectors.dimension()];
        vectors.copy(item, vector);
        PlayedItem before = items.get(item);
        PlayedItem after = before.plus(type, amount);
        PlayedItems played = items.plus(after);
        UserFactor changed = factor;
        if (foldIn != null && factor != null) {
            double rise = after.confidence(foldIn) - before.confidence(foldIn);
            changed = rise > 0 ? factor.plus(vector, rise, played.size(), !before.isKnown()) : factor;
        }
        return new SpaceTaste(
                vectors, changed, foldIn, mean.plus(vector, PlayedItem.impulse(type, amount), time), played);
    }

    /** Returns the vector, null where nothing is known. */
    @Nullable
    TasteVector vector() {
        if (items.size() == 0) {
            return null;
        }
        double[] recent = new double[vectors.dimension()];
        mean.copy(recent);
        double[] sum = recent;
        if (factor != null) {
            double[] lifetime = factor.solution();
            double recentLength = length(recent);
            double scale = recentLength > 0 ? length(lifetime) / recentLength : 0;
            double share = items.size() / (items.size() + FEW);
            sum = new double[recent.length];
            for (int j = 0; j < sum.length; j++) {
                sum[j] = share * lifetime[j] + (1 - share) * scale * recent[j];
            }
        }
        float[] values = new float[sum.length];
        boolean finite = true;
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) sum[j];
            finite &= Float.isFinite(values[j]);
        }
        return finite ? new TasteVector(vectors.space(), vectors.version(), values, items.size()) : null;
    }

    /** Returns about how much memory this takes beside what all users share, in bytes. */
    long bytes() {
        int dimension = vectors.dimension();
        long factorBytes = factor == null ? 0 : 8L * (Packed.length(dimension) + dimension);
        return factorBytes + 16L * dimension + 80L * items.size();
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
